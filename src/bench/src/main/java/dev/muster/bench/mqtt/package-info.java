/** Devices that send telemetry over MQTT. */
package dev.muster.bench.mqtt;
