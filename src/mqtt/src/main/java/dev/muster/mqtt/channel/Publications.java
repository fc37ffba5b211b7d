package dev.muster.mqtt.channel;

import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.domain.mqtt.PublishReason;
import dev.muster.mqtt.connect.Admission;
import dev.muster.mqtt.packet.ConnackPackets;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.HashMap;
import java.util.Map;

/** Takes the PUBLISH packets of a device: telemetry goes into the lane, and everything else is refused. */
final class Publications {

    /** Protocol error (MQTT 5.0 section 3.14.2.1), as the next two. */
    private static final int PROTOCOL_ERROR = 0x82;

    private static final int TOPIC_ALIAS_INVALID = 0x94;

    private static final int RETAIN_NOT_SUPPORTED = 0x9A;

    private final Admission admission;
    private final DeviceLine line;
    private final TelemetryLane lane;

    /** Topics by their aliases (MQTT 5.0 section 3.3.2.3.4). */
    private final Map<Integer, String> aliases = new HashMap<>();

    /** @param lane null if the device may not send telemetry */
    Publications(Admission admission, DeviceLine line, TelemetryLane lane) {
        this.admission = admission;
        this.line = line;
        this.lane = lane;
    }

    boolean isFull() {
        return lane != null && lane.isFull();
    }

    /** The caller releases the packet. */
    void take(MqttPublishMessage packet) {
        MqttQoS qos = packet.fixedHeader().qosLevel();
        if (qos.value() > MqttLimits.MAXIMUM_QOS) {
            line.end(MqttLimits.QOS_NOT_SUPPORTED);
        } else if (line.isVersion5() && packet.fixedHeader().isRetain()) {
            line.end(RETAIN_NOT_SUPPORTED);
        } else {
            String topic = topic(packet);
            if (topic != null) {
                take(
                        topic,
                        qos == MqttQoS.AT_LEAST_ONCE ? packet.variableHeader().packetId() : 0,
                        packet);
            }
        }
    }

    private void take(String topic, int packetId, MqttPublishMessage packet) {
        if (lane != null && isTelemetry(topic)) {
            lane.take(packetId, ByteBufUtil.getBytes(packet.payload()));
        } else if (!line.isVersion5()) {
            line.end(PublishReason.FOREIGN_TOPIC.code());
        } else if (packetId > 0) {
            refuse(packetId);
        }
    }

    private void refuse(int packetId) {
        if (lane != null) {
            lane.refuse(packetId, PublishReason.FOREIGN_TOPIC);
        } else {
            line.acknowledge(packetId, PublishReason.FOREIGN_TOPIC.code(), null);
            line.flush();
        }
    }

    private boolean isTelemetry(String topic) {
        return DeviceTopic.of(topic, admission.identity().key())
                .filter(DeviceTopic::isPublished)
                .isPresent();
    }

    /** The name of the topic. Null if the packet breaks the rules of aliases: then the connection ends. */
    private String topic(MqttPublishMessage packet) {
        String name = packet.variableHeader().topicName();
        Integer alias = alias(packet);
        if (alias == null) {
            if (name.isEmpty()) {
                line.end(PROTOCOL_ERROR);
                return null;
            }
            return name;
        }
        if (alias < 1 || alias > ConnackPackets.TOPIC_ALIASES) {
            line.end(TOPIC_ALIAS_INVALID);
            return null;
        }
        if (!name.isEmpty()) {
            aliases.put(alias, name);
        }
        String known = aliases.get(alias);
        if (known == null) {
            line.end(PROTOCOL_ERROR);
        }
        return known;
    }

    private static Integer alias(MqttPublishMessage packet) {
        return packet.variableHeader().properties().getProperty(MqttPropertyType.TOPIC_ALIAS.value())
                        instanceof MqttProperties.IntegerProperty alias
                ? alias.value()
                : null;
    }
}
