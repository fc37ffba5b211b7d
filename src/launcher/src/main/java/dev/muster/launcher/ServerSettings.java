package dev.muster.launcher;

import java.util.Optional;

/**
 * Everything that distinguishes one server from another. The same settings start the demonstration run, the tests'
 * servers and production.
 *
 * @param demo the demonstration run: loopback only, demo tenants and logins
 * @param heap maximum Java heap as {@code -Xmx} takes it
 * @param maxRows of one import file; empty for the application's own default
 */
public record ServerSettings(
        Addresses addresses,
        DatabaseSettings database,
        Locations locations,
        boolean demo,
        String heap,
        Optional<String> maxRows) {

    public static ServerSettings from(SettingsSource source) {
        boolean demo = source.property("muster.demo").map(Boolean::parseBoolean).orElse(false);
        Locations locations = Locations.from(source);
        return new ServerSettings(
                Addresses.from(source, demo),
                DatabaseSettings.from(source, locations.data()),
                locations,
                demo,
                source.text("muster.heap").orElse("1g"),
                source.text("muster.import.max-rows"));
    }
}
