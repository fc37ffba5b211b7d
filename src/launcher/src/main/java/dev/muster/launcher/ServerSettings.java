package dev.muster.launcher;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that distinguishes one server from another. The same settings start the demonstration run, the tests'
 * servers and production.
 *
 * @param demo the demonstration run: loopback only, demo tenants and logins
 * @param heap maximum Java heap as {@code -Xmx} takes it
 * @param limits what the application keeps within, by property, as far as something else than its own default is said
 */
public record ServerSettings(
        Addresses addresses,
        DatabaseSettings database,
        Locations locations,
        boolean demo,
        String heap,
        Map<String, String> limits) {

    private static final List<String> LIMITS =
            List.of("muster.import.max-rows", "muster.attempt-retention-days", "muster.unverified-attempt-limit");

    public static ServerSettings from(SettingsSource source) {
        boolean demo = source.property("muster.demo").map(Boolean::parseBoolean).orElse(false);
        Locations locations = Locations.from(source);
        return new ServerSettings(
                Addresses.from(source, demo),
                DatabaseSettings.from(source, locations.data()),
                locations,
                demo,
                source.text("muster.heap").orElse("1g"),
                limits(source));
    }

    private static Map<String, String> limits(SettingsSource source) {
        Map<String, String> limits = new TreeMap<>();
        LIMITS.forEach(name -> source.wholeNumber(name).ifPresent(value -> limits.put(name, value)));
        return limits;
    }
}
