package dev.muster.mqtt.channel;

import dev.muster.mqtt.packet.PacketSize;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;

/**
 * What a client of MQTT 5 can receive. Other clients have no limits.
 *
 * @param messages with QoS 1 that are not acknowledged (MQTT 5.0 section 3.1.2.11.3, Receive Maximum)
 * @param packetBytes of one packet (MQTT 5.0 section 3.1.2.11.4, Maximum Packet Size)
 */
record ReceiveLimits(int messages, long packetBytes) {

    private static final int MESSAGES = 65_535;

    /** The length of a packet has at most four digits (MQTT 5.0 section 1.5.5). */
    private static final long PACKET_BYTES = 268_435_460;

    static ReceiveLimits of(MqttConnectVariableHeader header) {
        return new ReceiveLimits(
                (int) number(header, MqttPropertyType.RECEIVE_MAXIMUM, MESSAGES),
                number(header, MqttPropertyType.MAXIMUM_PACKET_SIZE, PACKET_BYTES));
    }

    /** Whether the device can receive a packet. */
    boolean allow(MqttMessage packet) {
        return packetBytes >= PACKET_BYTES || PacketSize.of(packet) <= packetBytes;
    }

    private static long number(MqttConnectVariableHeader header, MqttPropertyType type, long absent) {
        return header.properties().getProperty(type.value()) instanceof MqttProperties.IntegerProperty number
                ? Integer.toUnsignedLong(number.value())
                : absent;
    }
}
