/** The stored certificates of manufacturers and devices, their revocation, and their signing requests. */
@NullMarked
package dev.muster.domain.trust;

import org.jspecify.annotations.NullMarked;
