/** The first page of each role: how a fleet, a manufacturer and the platform are doing. */
@NullMarked
package dev.muster.ejb.overview;

import org.jspecify.annotations.NullMarked;
