/** The devices that are connected to this server. */
package dev.muster.mqtt.session;
