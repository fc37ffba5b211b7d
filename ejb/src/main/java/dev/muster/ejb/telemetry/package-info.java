/** Keeps telemetry, by month on PostgreSQL, and reads it for charts and files. */
@NullMarked
package dev.muster.ejb.telemetry;

import org.jspecify.annotations.NullMarked;
