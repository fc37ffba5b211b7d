package dev.muster.mqtt.hook;

import java.util.UUID;

/**
 * What RabbitMQ asks about a device. It turns MQTT into its own words: a topic is a routing key of an exchange, with dots
 * for slashes, and a subscription is a queue. Its paths {@code vhost_path}, {@code resource_path} and {@code topic_path}
 * all lead here, and the fields tell which of them it is.
 */
final class RabbitPermission {

    /** The exchange of MQTT, unless the operator has set another. */
    private static final String EXCHANGE = "amq.topic";

    /** The name of a session's queue has the client id and the QoS. */
    private static final String QUEUE = "mqtt-subscription-%sqos%d";

    private RabbitPermission() {}

    /**
     * @param key of the device: its user name
     * @param deviceId also its client id. With another client id a device could read the queue of another device
     */
    static boolean isAllowed(HookQuestion question, String key, UUID deviceId) {
        String name = question.field("name").orElse("");
        String permission = question.field("permission").orElse("");
        return switch (question.field("resource").orElse("vhost")) {
            case "vhost" -> question.field("vhost").isPresent() && permission.isEmpty();
            case "exchange" -> name.equals(EXCHANGE) && (permission.equals("read") || permission.equals("write"));
            case "queue" -> name.equals(QUEUE.formatted(deviceId, 0)) || name.equals(QUEUE.formatted(deviceId, 1));
            case "topic" ->
                name.equals(EXCHANGE) && isOwn(question.field("routing_key").orElse(""), permission, key);
            default -> false;
        };
    }

    /** An access key has no dot, so the dots are slashes. */
    private static boolean isOwn(String routingKey, String permission, String key) {
        String topic = routingKey.indexOf('/') < 0 ? routingKey.replace('.', '/') : "";
        return switch (permission) {
            case "write" -> TopicPermission.mayPublish(topic, key);
            case "read" -> TopicPermission.maySubscribe(topic, key);
            default -> false;
        };
    }
}
