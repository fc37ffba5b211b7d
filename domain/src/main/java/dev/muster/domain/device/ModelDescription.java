package dev.muster.domain.device;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The contents of a model, new or changed.
 *
 * @param name different from the name of every other model of the organization, ignoring case
 * @param keys in display order, at most {@value #MAX_KEYS}, none twice
 * @param unknownKeys what the server does with a message with another key
 * @param defaultFor types whose new devices get this model unless their import names another
 */
public record ModelDescription(
        TenantName name, List<TelemetryKey> keys, UnknownKeys unknownKeys, Set<DeviceType> defaultFor) {

    public static final int MAX_KEYS = 100;

    /** @throws ProblemException {@code validation-failed} if there are too many keys or a duplicate */
    public ModelDescription {
        Objects.requireNonNull(name);
        Objects.requireNonNull(unknownKeys);
        keys = List.copyOf(keys);
        defaultFor = Set.copyOf(defaultFor);
        if (keys.size() > MAX_KEYS) {
            throw ProblemException.invalid("There are " + keys.size() + " keys; a model has at most " + MAX_KEYS + ".");
        }
        Set<String> names = new HashSet<>();
        for (TelemetryKey key : keys) {
            if (!names.add(key.name())) {
                throw ProblemException.invalid("The key " + key.name() + " comes twice.");
            }
        }
    }
}
