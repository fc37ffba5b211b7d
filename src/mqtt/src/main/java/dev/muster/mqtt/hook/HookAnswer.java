package dev.muster.mqtt.hook;

import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.domain.mqtt.OutsideTopic;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.mqtt.connect.Admission.Identity;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/** What the broker is told. */
sealed interface HookAnswer {

    /** The device may connect. @param until when the broker has to ask again */
    record Connected(Identity identity, Instant until) implements HookAnswer {}

    /** The device may do what the broker asked about. */
    record Allowed() implements HookAnswer {}

    /** It may not. @param reason a problem code */
    record Denied(String reason) implements HookAnswer {}

    /** The body of the answer. */
    default String body(HookQuestion.Form form) {
        return form == HookQuestion.Form.TEXT ? word() : json().build().toString();
    }

    private String word() {
        return this instanceof Denied ? "deny" : "allow";
    }

    private JsonObjectBuilder json() {
        JsonObjectBuilder answer = OwnJson.object().add("result", word());
        return switch (this) {
            case Allowed any -> answer;
            case Denied denied -> answer.add("reason", denied.reason());
            case Connected device ->
                answer.add("is_superuser", false)
                        .add("expire_at", device.until().getEpochSecond())
                        .add(
                                "client_attrs",
                                OwnJson.object()
                                        .add("key", device.identity().key())
                                        .add(
                                                "device",
                                                device.identity().deviceId().toString()))
                        .add("acl", rules(device.identity().key()));
        };
    }

    /** All that this device may do, and that it may do nothing else. {@code eq} keeps EMQX from reading wildcards. */
    private static JsonArrayBuilder rules(String key) {
        JsonArrayBuilder rules = OwnJson.array();
        for (DeviceTopic topic : DeviceTopic.values()) {
            if (topic.alias().isPresent()) {
                rules.add(rule(topic, topic.name(key)));
                rules.add(rule(topic, OutsideTopic.shortName(topic, key)));
            }
        }
        return rules.add(
                OwnJson.object().add("permission", "deny").add("action", "all").add("topic", "#"));
    }

    private static JsonObjectBuilder rule(DeviceTopic topic, String name) {
        return OwnJson.object()
                .add("permission", "allow")
                .add("action", topic.isPublished() ? "publish" : "subscribe")
                .add("topic", "eq " + name);
    }
}
