/** The numbers of the overviews. */
package dev.muster.rest.overview;
