/** The devices of an organization as a fleet: search, export, rotation, release, and the funnel of provisioning. */
package dev.muster.ejb.fleet;
