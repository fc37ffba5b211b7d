/** Tables, charts and files of what a device reports. */
package dev.muster.web.telemetry;
