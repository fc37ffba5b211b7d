/** Packets of MQTT that the server sends by itself. */
package dev.muster.mqtt.packet;
