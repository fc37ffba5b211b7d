package dev.muster.mqtt.channel;

import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.mqtt.connect.Admission;
import dev.muster.mqtt.packet.Packets;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers SUBSCRIBE and UNSUBSCRIBE. Commands have the QoS that the device asks for, at most 1. Everything else that the
 * server sends has QoS 0.
 */
final class Subscriptions {

    private static final int GRANTED = 0x00;

    /** MQTT 5.0 section 3.9.3, Not authorized. */
    private static final int NOT_AUTHORIZED = 0x87;

    /** MQTT 3.1.1 section 3.9.3, Failure. */
    private static final int FAILURE = 0x80;

    /** MQTT 5.0 section 3.11.3, No subscription existed. */
    private static final short NO_SUBSCRIPTION = 0x11;

    /** The key of a device that is not approved yet: no topic has it. */
    private static final String NOBODY = "-";

    private final Admission admission;
    private final DeviceLine line;
    private final CommandLane commands;

    /** @param commands null if the device may not have any */
    Subscriptions(Admission admission, DeviceLine line, CommandLane commands) {
        this.admission = admission;
        this.line = line;
        this.commands = commands;
    }

    void subscribe(MqttSubscribeMessage packet) {
        List<Integer> codes = new ArrayList<>();
        boolean isResponseWanted = false;
        int ofCommands = -1;
        for (MqttTopicSubscription wanted : packet.payload().topicSubscriptions()) {
            Optional<DeviceTopic> topic = allowed(wanted.topicFilter());
            topic.ifPresent(allowed -> line.subscribe(allowed, wanted.topicFilter()));
            isResponseWanted |=
                    topic.filter(DeviceTopic.PROVISION_RESPONSE::equals).isPresent();
            int granted = topic.map(allowed -> granted(allowed, wanted)).orElse(GRANTED);
            ofCommands = topic.filter(DeviceTopic.COMMANDS::equals).isPresent() ? granted : ofCommands;
            codes.add(topic.isPresent() ? granted : line.isVersion5() ? NOT_AUTHORIZED : FAILURE);
        }
        line.send(Packets.subscribed(packet.variableHeader().messageId(), codes));
        if (isResponseWanted && !line.publish(DeviceTopic.PROVISION_RESPONSE, admission.response())) {
            line.end(DeviceLine.PACKET_TOO_LARGE);
        }
        if (ofCommands >= 0) {
            commands.open(ofCommands);
        }
    }

    private static int granted(DeviceTopic topic, MqttTopicSubscription wanted) {
        return topic == DeviceTopic.COMMANDS
                ? Math.min(wanted.qualityOfService().value(), MqttLimits.MAXIMUM_QOS)
                : GRANTED;
    }

    void unsubscribe(MqttUnsubscribeMessage packet) {
        List<Short> codes = new ArrayList<>();
        for (String filter : packet.payload().topics()) {
            Optional<DeviceTopic> ended = allowed(filter).filter(line::unsubscribe);
            ended.filter(DeviceTopic.COMMANDS::equals).ifPresent(topic -> commands.close());
            boolean had = ended.isPresent();
            codes.add(had ? (short) GRANTED : NO_SUBSCRIPTION);
        }
        line.send(Packets.unsubscribed(
                line.connect().version(), packet.variableHeader().messageId(), codes));
    }

    private Optional<DeviceTopic> allowed(String filter) {
        String key =
                admission.identity() == null ? NOBODY : admission.identity().key();
        return DeviceTopic.of(filter, key).filter(this::isOpen);
    }

    private boolean isOpen(DeviceTopic topic) {
        return switch (topic) {
            case ERRORS -> admission.identity() != null;
            case COMMANDS -> commands != null;
            case PROVISION_RESPONSE -> admission.response() != null;
            case TELEMETRY -> false;
        };
    }
}
