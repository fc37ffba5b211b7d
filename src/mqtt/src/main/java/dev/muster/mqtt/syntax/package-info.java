/** The form of the packets that a device sends: which bytes are a packet of MQTT, and what is wrong with others. */
package dev.muster.mqtt.syntax;
