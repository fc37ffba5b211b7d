package dev.muster.domain.applications;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Two telemetry keys that say where a device is (WGS 84, in degrees).
 *
 * @param latitude as the devices send it
 * @param longitude as the devices send it
 */
public record CoordinateKeys(String latitude, String longitude) {

    private static final List<List<String>> PAIRS = List.of(
            List.of("latitude", "longitude"), List.of("lat", "lon"), List.of("lat", "lng"), List.of("lat", "long"));

    /** Finds a pair such as {@code lat} and {@code lon}, or {@code gps.latitude} and {@code gps.longitude}. */
    public static Optional<CoordinateKeys> among(Collection<String> keys) {
        return PAIRS.stream()
                .flatMap(pair -> keys.stream().flatMap(key -> with(key, pair, keys).stream()))
                .findFirst();
    }

    private static Optional<CoordinateKeys> with(String key, List<String> pair, Collection<String> keys) {
        String folded = key.toLowerCase(Locale.ROOT);
        if (!folded.endsWith(pair.getFirst())) {
            return Optional.empty();
        }
        String other = folded.substring(0, folded.length() - pair.getFirst().length()) + pair.getLast();
        return keys.stream()
                .filter(candidate -> candidate.toLowerCase(Locale.ROOT).equals(other))
                .findFirst()
                .map(longitude -> new CoordinateKeys(key, longitude));
    }
}
