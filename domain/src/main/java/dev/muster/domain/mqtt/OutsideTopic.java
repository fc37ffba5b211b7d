package dev.muster.domain.mqtt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A topic of a device in a broker outside. All devices share the names of such a broker, so each name has the key of its
 * device: {@code /device/{key}/telemetry}, or shorter {@code /device/{key}/t}. The names without a key, which a device
 * may use at Muster's own broker, would belong to everybody.
 *
 * @param key the device's access key, or its clientId if it has a certificate; not verified yet
 */
public record OutsideTopic(String key, DeviceTopic topic) {

    private static final int MAX_KEY_LENGTH = 64;

    private static final Pattern NAME =
            Pattern.compile("/device/([A-Za-z0-9_-]{1," + MAX_KEY_LENGTH + "})/([a-z]{1,16})");

    /** @return empty for everything else: wildcards, {@code $SYS}, {@code $share}, other case, other slashes */
    public static Optional<OutsideTopic> of(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Stream.of(DeviceTopic.values())
                        .filter(topic -> topic.alias().isPresent())
                        .filter(topic -> name.equals(topic.name(parts.group(1)))
                                || topic.alias().filter(parts.group(2)::equals).isPresent())
                        .findFirst()
                        .map(topic -> new OutsideTopic(parts.group(1), topic))
                : Optional.empty();
    }

    /** The short name of a topic of this device. */
    public static String shortName(DeviceTopic topic, String key) {
        String name = topic.name(key);
        return name.substring(0, name.lastIndexOf('/') + 1) + topic.alias().orElseThrow();
    }
}
