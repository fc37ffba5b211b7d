/** Keeps telemetry, by month on PostgreSQL, and reads it for charts and files. */
package dev.muster.ejb.telemetry;
