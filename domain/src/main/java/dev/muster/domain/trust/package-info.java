/** The certificates of manufacturers and devices, and their signing requests. Pure functions of bytes, keys and time. */
@NullMarked
package dev.muster.domain.trust;

import org.jspecify.annotations.NullMarked;
