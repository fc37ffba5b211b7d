/** Telemetry: the messages that devices report. */
package dev.muster.domain.telemetry;
