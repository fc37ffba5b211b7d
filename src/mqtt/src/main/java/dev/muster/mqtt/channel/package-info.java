/** One connection: reads the packets of a device, and answers what the broker must not see. */
package dev.muster.mqtt.channel;
