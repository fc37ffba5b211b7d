/** Manufacturers: who proves devices, and what they call a unique identifier. */
package dev.muster.domain.manufacturer;
