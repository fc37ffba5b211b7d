/** What a new database gets: the first administrator, and the tenants of the demonstration. */
package dev.muster.ejb.start;
