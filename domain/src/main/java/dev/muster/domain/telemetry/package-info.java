/** What devices report. */
package dev.muster.domain.telemetry;
