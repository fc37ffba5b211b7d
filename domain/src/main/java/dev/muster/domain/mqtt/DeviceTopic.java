package dev.muster.domain.mqtt;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The topics of a device (MQTT 5.0 section 4.7, MQTT 3.1.1 section 4.7). A device publishes and subscribes only its own
 * topics, by their full names or by the aliases. No filter has a wildcard: a filter is exactly a name.
 */
public enum DeviceTopic {
    /** Up: messages, as the body of {@code POST /api/v1/telemetry}. */
    TELEMETRY("telemetry", "t", true),
    /** Down: why a message was refused. */
    ERRORS("errors", "e", false),
    /** Down: what the organization sends to the device. */
    COMMANDS("commands", "c", false),
    /** Down: the answer to a first proof. It has no key in its name, because the device does not know its key yet. */
    PROVISION_RESPONSE("provision/response", null, false);

    private final String name;
    private final @Nullable String alias;
    private final boolean published;

    DeviceTopic(String name, @Nullable String alias, boolean published) {
        this.name = name;
        this.alias = alias;
        this.published = published;
    }

    /**
     * The topic that a session means.
     *
     * @param text topic name or topic filter, as the packet has it
     * @param key the session's own access key, or its clientId if it has a certificate
     * @return empty for everything else: other devices' topics, wildcards, {@code $SYS}, {@code $share}, other case,
     *     other slashes
     */
    public static Optional<DeviceTopic> of(String text, String key) {
        return Stream.of(values()).filter(topic -> topic.is(text, key)).findFirst();
    }

    private boolean is(String text, String key) {
        return text.equals(name(key)) || text.equals(alias);
    }

    /**
     * The full name.
     *
     * @param key as in {@link #of}
     * @throws IllegalArgumentException if the key is empty, or has a character that means something in a topic: a
     *     session never has such a key
     */
    public String name(String key) {
        if (key.isEmpty() || key.chars().anyMatch(c -> "/+#$".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("This is no key of a session");
        }
        return this == PROVISION_RESPONSE ? name : "/device/" + key + "/" + name;
    }

    /** The short name, the same for each device; empty if there is none. */
    public Optional<String> alias() {
        return Optional.ofNullable(alias);
    }

    /** Whether the device publishes it. */
    public boolean isPublished() {
        return published;
    }

    /** Whether the device subscribes it. */
    public boolean isSubscribed() {
        return !published;
    }
}
