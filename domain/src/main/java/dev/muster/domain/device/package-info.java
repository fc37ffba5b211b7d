/** Devices: enrolled identities that have proved themselves. */
@NullMarked
package dev.muster.domain.device;

import org.jspecify.annotations.NullMarked;
