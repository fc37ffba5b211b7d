/** Manufacturers as administrators manage them. */
package dev.muster.ejb.manufacturer;
