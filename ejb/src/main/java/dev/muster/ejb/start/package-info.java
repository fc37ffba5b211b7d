/** Fills a new database: the first administrator, and the tenants of the demonstration. */
@NullMarked
package dev.muster.ejb.start;

import org.jspecify.annotations.NullMarked;
