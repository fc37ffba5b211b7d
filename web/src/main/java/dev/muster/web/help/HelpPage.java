package dev.muster.web.help;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A page of {@code src/docs} that the portal shows. Everybody may read them, also before the login: they are for users, and public. */
public enum HelpPage {
    PORTAL("The portal"),
    CSV_INTERPRETATION("Import files"),
    PROVISIONING_CYCLE("How a device joins"),
    MAKING_A_CERTIFICATE("Making a certificate"),
    PROTOCOL("The provisioning protocol"),
    ERRORS("Problem codes"),
    TRANSPARENCY_LOG("The transparency log"),
    PEOPLE("People"),
    ROLES("Who may do what"),
    GLOSSARY("Words");

    private final String title;

    HelpPage(String title) {
        this.title = title;
    }

    /** The page of a file such as {@code csv-interpretation}. */
    static Optional<HelpPage> named(String name) {
        return Stream.of(values()).filter(page -> page.getName().equals(name)).findFirst();
    }

    /** The name of its file, without the extension. */
    public String getName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the list of pages names it. */
    public String getTitle() {
        return title;
    }
}
