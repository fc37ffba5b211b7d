/** Fills a new database: the first administrator, and the tenants of the demonstration. */
package dev.muster.ejb.start;
