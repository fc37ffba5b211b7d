package dev.muster.mqtt.hook;

import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.domain.mqtt.OutsideTopic;

/** Which topics are a device's own: the fields {@code topic} and {@code action} of EMQX and others. */
final class TopicPermission {

    private static final String PUBLISH = "publish";

    private static final String SUBSCRIBE = "subscribe";

    private TopicPermission() {}

    /** @param key of the device */
    static boolean isAllowed(HookQuestion question, String key) {
        return isAllowed(
                question.field("topic").orElse(""), question.field("action").orElse(""), key);
    }

    /** Whether the device asks for its commands; only of what is allowed. */
    static boolean isForCommands(HookQuestion question) {
        String name = question.field("topic")
                .or(() -> question.field("routing_key").map(text -> text.replace('.', '/')))
                .orElse("");
        return OutsideTopic.of(name)
                .filter(topic -> topic.topic() == DeviceTopic.COMMANDS)
                .isPresent();
    }

    private static boolean isAllowed(String name, String action, String key) {
        return OutsideTopic.of(name)
                .filter(topic -> topic.key().equals(key))
                .map(OutsideTopic::topic)
                .filter(topic -> isFor(topic, action))
                .isPresent();
    }

    private static boolean isFor(DeviceTopic topic, String action) {
        return action.equals(PUBLISH) && topic.isPublished() || action.equals(SUBSCRIBE) && topic.isSubscribed();
    }

    static boolean mayPublish(String name, String key) {
        return isAllowed(name, PUBLISH, key);
    }

    static boolean maySubscribe(String name, String key) {
        return isAllowed(name, SUBSCRIBE, key);
    }
}
