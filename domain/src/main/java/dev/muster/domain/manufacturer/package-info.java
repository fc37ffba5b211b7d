/** Manufacturers: who proves devices, and what they call a unique identifier. */
@NullMarked
package dev.muster.domain.manufacturer;

import org.jspecify.annotations.NullMarked;
