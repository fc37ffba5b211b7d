package dev.muster.arch;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The features of the product, the same in each module, and the other features that each may use. {@code
 * src/docs/architecture.md} has the same list. A package is {@code dev.muster.<module>.<feature>}.
 */
enum Feature {
    TRANSPARENCY,
    QUOTA,
    TALLY,
    MAIL,
    ORGANIZATION(QUOTA, TRANSPARENCY),
    MANUFACTURER(QUOTA, TRANSPARENCY),
    DEVICE(ORGANIZATION, TALLY, TRANSPARENCY),
    TRUST(MANUFACTURER, DEVICE, QUOTA, TRANSPARENCY),
    ACCOUNT(MAIL, ORGANIZATION, MANUFACTURER, TRUST, QUOTA, TRANSPARENCY),
    ENROLLMENT(DEVICE, ORGANIZATION, MANUFACTURER, QUOTA, TALLY, TRANSPARENCY),
    NOTICE(ACCOUNT, MAIL, ENROLLMENT, TRUST, ORGANIZATION, MANUFACTURER, TALLY),
    PROVISIONING(NOTICE, ENROLLMENT, TRUST, DEVICE, ORGANIZATION, MANUFACTURER, QUOTA, TALLY, TRANSPARENCY),
    TELEMETRY(DEVICE, QUOTA, TALLY),
    MQTT(TELEMETRY, DEVICE),
    COMMAND(DEVICE, ORGANIZATION, TRANSPARENCY),
    FLEET(
            COMMAND,
            NOTICE,
            PROVISIONING,
            TELEMETRY,
            ENROLLMENT,
            TRUST,
            DEVICE,
            ORGANIZATION,
            MANUFACTURER,
            TRANSPARENCY),
    APPLICATIONS(FLEET, PROVISIONING, TELEMETRY, ENROLLMENT, ACCOUNT, DEVICE, ORGANIZATION, QUOTA),
    OVERVIEW(NOTICE, PROVISIONING, ENROLLMENT, TRUST, DEVICE, MANUFACTURER, TALLY),
    CUSTOMER(ACCOUNT, ENROLLMENT, ORGANIZATION, MANUFACTURER),
    FINDER(FLEET, ENROLLMENT, TRUST, DEVICE, ACCOUNT, ORGANIZATION, MANUFACTURER),
    HELP,
    START(ACCOUNT, ORGANIZATION, MANUFACTURER, TRANSPARENCY);

    private static final String[] MODULES = {"domain", "ejb", "rest", "web", "mqtt"};

    private final Set<Feature> uses;

    Feature(Feature... uses) {
        this.uses = Set.of(uses);
    }

    Set<Feature> uses() {
        return uses;
    }

    /** Its name as a part of a package. */
    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its packages in all modules, as ArchUnit's patterns. */
    String[] packages() {
        return Stream.of(MODULES)
                .map(module -> "dev.muster." + module + "." + lowerCase() + "..")
                .toArray(String[]::new);
    }

    /** The packages of the features that it must not use. */
    String[] foreignPackages() {
        EnumSet<Feature> foreign = EnumSet.allOf(Feature.class);
        foreign.remove(this);
        foreign.removeAll(uses);
        return foreign.stream()
                .flatMap(feature -> Stream.of(feature.packages()))
                .toArray(String[]::new);
    }

    static Set<String> names() {
        return Stream.of(values()).map(Feature::lowerCase).collect(toUnmodifiableSet());
    }
}
