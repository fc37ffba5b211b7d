/** The pages of manufacturers. */
package dev.muster.web.manufacturer;
