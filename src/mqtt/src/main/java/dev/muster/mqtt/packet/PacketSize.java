package dev.muster.mqtt.packet;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import java.nio.charset.StandardCharsets;

/** How many bytes a packet of MQTT 5 has that the server sends. */
public final class PacketSize {

    /** Of a digit of a length (MQTT 5.0 section 1.5.5). */
    private static final int DIGIT_BITS = 7;

    private PacketSize() {}

    public static long of(MqttMessage packet) {
        return switch (packet) {
            case MqttPublishMessage message -> framed(publish(message));
            case MqttConnAckMessage answer ->
                framed(Short.BYTES + sized(properties(answer.variableHeader().properties())));
            case MqttSubAckMessage answer ->
                framed(about(answer.idAndPropertiesVariableHeader())
                        + answer.payload().reasonCodes().size());
            case MqttUnsubAckMessage answer ->
                framed(about(answer.idAndPropertiesVariableHeader())
                        + answer.payload().unsubscribeReasonCodes().size());
            default -> framed(other(packet.variableHeader()));
        };
    }

    private static long publish(MqttPublishMessage packet) {
        int id = packet.fixedHeader().qosLevel() == MqttQoS.AT_MOST_ONCE ? 0 : Short.BYTES;
        return text(packet.variableHeader().topicName())
                + id
                + sized(properties(packet.variableHeader().properties()))
                + packet.payload().readableBytes();
    }

    private static long about(MqttMessageIdAndPropertiesVariableHeader header) {
        return Short.BYTES + sized(properties(header.properties()));
    }

    /** PUBACK and DISCONNECT. A PUBACK of a message that is kept has only its id (MQTT 5.0 section 3.4.2.1). */
    private static long other(Object header) {
        return switch (header) {
            case MqttPubReplyMessageVariableHeader reply
            when reply.reasonCode() == 0 && reply.properties().isEmpty() -> Short.BYTES;
            case MqttPubReplyMessageVariableHeader reply -> Short.BYTES + 1 + sized(properties(reply.properties()));
            case MqttReasonCodeAndPropertiesVariableHeader reason -> 1 + sized(properties(reason.properties()));
            case null, default -> Short.BYTES;
        };
    }

    private static long properties(MqttProperties properties) {
        long size = 0;
        for (MqttProperties.MqttProperty<?> property : properties.listAll()) {
            size += switch (property) {
                case MqttProperties.UserProperties all ->
                    all.value().stream()
                            .mapToLong(pair -> 1 + text(pair.key) + text(pair.value))
                            .sum();
                case MqttProperties.StringProperty text -> 1 + text(text.value());
                default -> 1 + width(MqttPropertyType.valueOf(property.propertyId()));
            };
        }
        return size;
    }

    /** Of the numbers that a server sends (MQTT 5.0 section 2.2.2.2). */
    private static int width(MqttPropertyType type) {
        return switch (type) {
            case SESSION_EXPIRY_INTERVAL, MAXIMUM_PACKET_SIZE -> Integer.BYTES;
            case RECEIVE_MAXIMUM, TOPIC_ALIAS_MAXIMUM, SERVER_KEEP_ALIVE -> Short.BYTES;
            default -> Byte.BYTES;
        };
    }

    private static long text(String text) {
        return Short.BYTES + text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** With the type before it. */
    private static long framed(long rest) {
        return 1 + sized(rest);
    }

    /** With the length before it. */
    private static long sized(long rest) {
        int digits = 1;
        for (long left = rest >> DIGIT_BITS; left > 0; left >>= DIGIT_BITS) {
            digits++;
        }
        return digits + rest;
    }
}
