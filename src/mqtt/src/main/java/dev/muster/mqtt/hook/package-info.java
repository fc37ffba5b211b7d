/** Answers a broker outside that asks whether a device may connect, and what it may publish and subscribe. */
package dev.muster.mqtt.hook;
