package dev.muster.mqtt.channel;

import dev.muster.mqtt.syntax.PacketFault;

/**
 * Tells the handlers behind the frames that the connection cannot go on.
 *
 * @param isVersion5 whether the connection has begun with a CONNECT of MQTT 5, or with the beginning of one
 */
record BrokenPacket(PacketFault fault, boolean isVersion5) {}
