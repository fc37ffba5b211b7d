package dev.muster.mqtt.packet;

import dev.muster.domain.mqtt.ConnectRefusal;
import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.mqtt.connect.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageBuilders.ConnAckPropertiesBuilder;
import io.netty.handler.codec.mqtt.MqttVersion;

/** CONNACK (MQTT 5.0 section 3.2, MQTT 3.1.1 section 3.2). */
public final class ConnackPackets {

    /** How many aliases of topics a device may define (MQTT 5.0 section 3.2.2.3.8). */
    public static final int TOPIC_ALIASES = 8;

    private static final byte CONNACK = 0x20;

    /** Flags, reason code, length of the properties. */
    private static final byte LENGTH = 3;

    private ConnackPackets() {}

    /**
     * Accepts the connection, and announces the limits (MQTT 5).
     *
     * @param assignedClientId null if the device has sent one
     * @param keepAlive in seconds; null if it is the one that the device asked for
     */
    public static MqttConnAckMessage accepted(MqttVersion version, String assignedClientId, Integer keepAlive) {
        MqttMessageBuilders.ConnAckBuilder packet =
                MqttMessageBuilders.connAck().returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED);
        if (version == MqttVersion.MQTT_5) {
            packet.properties(properties -> announce(properties, assignedClientId, keepAlive));
        }
        return packet.build();
    }

    private static void announce(ConnAckPropertiesBuilder properties, String assignedClientId, Integer keepAlive) {
        properties
                .sessionExpiryInterval(0)
                .receiveMaximum(MqttLimits.RECEIVE_MAXIMUM)
                .maximumQos((byte) MqttLimits.MAXIMUM_QOS)
                .retainAvailable(false)
                .maximumPacketSize(MqttLimits.MAX_PACKET_BYTES)
                .topicAliasMaximum(TOPIC_ALIASES)
                .wildcardSubscriptionAvailable(false)
                .subscriptionIdentifiersAvailable(false)
                .sharedSubscriptionAvailable(false);
        if (assignedClientId != null) {
            properties.assignedClientId(assignedClientId);
        }
        if (keepAlive != null) {
            properties.serverKeepAlive(keepAlive);
        }
    }

    /**
     * Refuses the connection, with everything that helps the device (MQTT 5), or with the return code.
     *
     * @param maximum how many bytes the device can receive; if everything is more, the packet has only the reason string, or only
     *     the code (MQTT 5.0 section 3.2.2.3.9)
     */
    public static MqttConnAckMessage refused(MqttVersion version, Refusal refusal, long maximum) {
        ConnectRefusal codes = ConnectRefusal.of(refusal.problem().code());
        if (version != MqttVersion.MQTT_5) {
            return refused((byte) codes.returnCode());
        }
        String reason = refusal.problem().code().code();
        MqttConnAckMessage full = refused(codes, properties -> explain(properties.reasonString(reason), refusal));
        if (PacketSize.of(full) <= maximum) {
            return full;
        }
        MqttConnAckMessage shorter = refused(codes, properties -> properties.reasonString(reason));
        return PacketSize.of(shorter) <= maximum ? shorter : refused((byte) codes.reasonCode());
    }

    private static MqttConnAckMessage refused(
            ConnectRefusal codes, MqttMessageBuilders.PropertiesInitializer<ConnAckPropertiesBuilder> properties) {
        return MqttMessageBuilders.connAck()
                .returnCode(MqttConnectReturnCode.valueOf((byte) codes.reasonCode()))
                .properties(properties)
                .build();
    }

    private static void explain(ConnAckPropertiesBuilder properties, Refusal refusal) {
        properties
                .userProperty("instance", "urn:uuid:" + refusal.problem().instance())
                .userProperty("serverTime", Long.toString(refusal.at().getEpochSecond()));
        if (refusal.nonce() != null) {
            properties.userProperty("nonce", refusal.nonce());
        }
        if (refusal.retryAfter() != null) {
            properties.userProperty("retryAfter", refusal.retryAfter().toString());
        }
    }

    /** Refuses a CONNECT of MQTT 5 that the encoder does not know, because the decoder has not got it: the octets themselves. */
    public static ByteBuf unread(ByteBufAllocator allocator, int reason) {
        return allocator.buffer().writeBytes(new byte[] {CONNACK, LENGTH, 0, (byte) reason, 0});
    }

    /** Refuses the connection with a code of the device's version of MQTT. */
    public static MqttConnAckMessage refused(byte code) {
        return MqttMessageBuilders.connAck()
                .returnCode(MqttConnectReturnCode.valueOf(code))
                .build();
    }
}
