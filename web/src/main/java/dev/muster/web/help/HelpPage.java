package dev.muster.web.help;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A page of {@code src/docs} that the portal shows. Everybody may read them, also before the login: they are for users, and public. */
public enum HelpPage {
    PORTAL,
    CSV_INTERPRETATION,
    PROVISIONING_CYCLE,
    MAKING_A_CERTIFICATE,
    PROTOCOL,
    MQTT,
    ERRORS,
    TRANSPARENCY_LOG,
    PEOPLE,
    ROLES,
    GLOSSARY;

    /** The page of a file such as {@code csv-interpretation}. */
    static Optional<HelpPage> named(String name) {
        return Stream.of(values()).filter(page -> page.getName().equals(name)).findFirst();
    }

    /** The name of its file, without the extension. */
    public String getName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
