package dev.muster.mqtt.packet;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The packets that answer a device after its connection is accepted. */
public final class Packets {

    private Packets() {}

    /** PUBACK of MQTT 3.1.1, which has no reason. */
    public static MqttMessage acknowledged(int packetId) {
        return new MqttPubAckMessage(header(MqttMessageType.PUBACK), MqttMessageIdVariableHeader.from(packetId));
    }

    /** PUBACK of MQTT 5. @param text the reason string; null if there is none */
    public static MqttMessage acknowledged(int packetId, int reason, String text) {
        MqttProperties properties = MqttProperties.NO_PROPERTIES;
        if (text != null) {
            properties = new MqttProperties();
            properties.add(new MqttProperties.StringProperty(MqttPropertyType.REASON_STRING.value(), text));
        }
        return new MqttPubAckMessage(
                header(MqttMessageType.PUBACK),
                new MqttPubReplyMessageVariableHeader(packetId, (byte) reason, properties));
    }

    /** DISCONNECT by the server: only MQTT 5 has it. */
    public static MqttMessage disconnect(int reason) {
        return MqttMessageBuilders.disconnect().reasonCode((byte) reason).build();
    }

    /** SUBACK. @param codes one for each topic filter, in the same order */
    public static MqttMessage subscribed(int packetId, List<Integer> codes) {
        return new MqttSubAckMessage(header(MqttMessageType.SUBACK), about(packetId), new MqttSubAckPayload(codes));
    }

    /** UNSUBACK. @param codes one for each topic filter, in the same order; MQTT 3.1.1 has none */
    public static MqttMessage unsubscribed(MqttVersion version, int packetId, List<Short> codes) {
        return version == MqttVersion.MQTT_5
                ? new MqttUnsubAckMessage(
                        header(MqttMessageType.UNSUBACK), about(packetId), new MqttUnsubAckPayload(codes))
                : new MqttUnsubAckMessage(header(MqttMessageType.UNSUBACK), MqttMessageIdVariableHeader.from(packetId));
    }

    /** PUBLISH. @param packetId only for QoS 1 */
    public static MqttPublishMessage message(String topic, String text, int qos, int packetId) {
        return MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(MqttQoS.valueOf(qos))
                .messageId(packetId)
                .retained(false)
                .payload(Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static MqttMessageIdAndPropertiesVariableHeader about(int packetId) {
        return new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES);
    }

    private static MqttFixedHeader header(MqttMessageType type) {
        return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
    }
}
