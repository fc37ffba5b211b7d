/** Manufacturers over HTTP. */
package dev.muster.rest.manufacturer;
