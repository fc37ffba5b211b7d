/** The devices of an organization as a fleet: search, export, rotation, release, and the funnel of provisioning. */
@NullMarked
package dev.muster.ejb.fleet;

import org.jspecify.annotations.NullMarked;
