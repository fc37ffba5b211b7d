/** The devices of an organization as a fleet: search, export, rotation, release, and who has not joined yet. */
package dev.muster.ejb.fleet;
