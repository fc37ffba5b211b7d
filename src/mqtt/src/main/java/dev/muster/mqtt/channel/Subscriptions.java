package dev.muster.mqtt.channel;

import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.mqtt.connect.Admission;
import dev.muster.mqtt.packet.Packets;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers SUBSCRIBE and UNSUBSCRIBE. What the server sends has QoS 0, whatever a device asks for. */
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

    Subscriptions(Admission admission, DeviceLine line) {
        this.admission = admission;
        this.line = line;
    }

    void subscribe(MqttSubscribeMessage packet) {
        List<Integer> codes = new ArrayList<>();
        boolean isResponseWanted = false;
        for (MqttTopicSubscription wanted : packet.payload().topicSubscriptions()) {
            Optional<DeviceTopic> topic = allowed(wanted.topicFilter());
            topic.ifPresent(allowed -> line.subscribe(allowed, wanted.topicFilter()));
            isResponseWanted |=
                    topic.filter(DeviceTopic.PROVISION_RESPONSE::equals).isPresent();
            codes.add(topic.isPresent() ? GRANTED : line.isVersion5() ? NOT_AUTHORIZED : FAILURE);
        }
        line.send(Packets.subscribed(packet.variableHeader().messageId(), codes));
        if (isResponseWanted) {
            line.publish(DeviceTopic.PROVISION_RESPONSE, admission.response());
        }
    }

    void unsubscribe(MqttUnsubscribeMessage packet) {
        List<Short> codes = new ArrayList<>();
        for (String filter : packet.payload().topics()) {
            boolean had = allowed(filter).filter(line::unsubscribe).isPresent();
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
            case PROVISION_RESPONSE -> admission.response() != null;
            case TELEMETRY, COMMANDS -> false;
        };
    }
}
