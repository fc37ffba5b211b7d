/** Manufacturers as administrators manage them. */
@NullMarked
package dev.muster.ejb.manufacturer;

import org.jspecify.annotations.NullMarked;
