package dev.muster.domain.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language that the portal speaks. */
public enum Language {
    ENGLISH("en", "en-GB", "English", "ltr"),
    GERMAN("de", "de", "Deutsch", "ltr"),
    ARABIC("ar", "ar", "العربية", "rtl");

    private final String tag;
    private final String formats;
    private final String ownName;
    private final String direction;

    Language(String tag, String formats, String ownName, String direction) {
        this.tag = tag;
        this.formats = formats;
        this.ownName = ownName;
        this.direction = direction;
    }

    /** The language with this tag; empty if the portal does not speak it. */
    public static Optional<Language> ofTag(@Nullable String tag) {
        return Stream.of(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** Its tag (RFC 5646), for the attribute {@code lang}. */
    public String tag() {
        return tag;
    }

    /** Its name in itself. */
    public String ownName() {
        return ownName;
    }

    /** How it is written, for the attribute {@code dir}: {@code ltr} or {@code rtl}. */
    public String direction() {
        return direction;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /**
     * By what numbers and dates are written: in each language with the digits that identifiers have. English dates begin with the day and
     * name the month, so nobody takes one for the other.
     */
    public Locale formats() {
        return Locale.forLanguageTag(formats + "-u-nu-latn");
    }
}
