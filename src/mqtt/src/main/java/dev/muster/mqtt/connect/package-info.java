/** Decides whether a device may connect: by its credentials, its certificate or its first proof. */
package dev.muster.mqtt.connect;
