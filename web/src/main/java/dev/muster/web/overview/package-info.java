/** The first page of each role. */
package dev.muster.web.overview;
