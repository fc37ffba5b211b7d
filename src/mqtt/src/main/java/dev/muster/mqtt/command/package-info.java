/** Commands of organizations to the devices that are connected to this server. */
package dev.muster.mqtt.command;
