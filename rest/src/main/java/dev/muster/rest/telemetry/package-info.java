/** Telemetry over HTTP: from devices, and to those who read it. */
package dev.muster.rest.telemetry;
