/** Telemetry over HTTP: from devices, and to its readers. */
package dev.muster.rest.telemetry;
