package dev.muster.web.shared.text;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A language that the portal speaks. Each has a bundle {@code Texts} in each feature, with the same keys. */
public enum Language {
    ENGLISH("en", "English", "ltr"),
    GERMAN("de", "Deutsch", "ltr"),
    ARABIC("ar", "العربية", "rtl");

    private static final LocaleMatcher MATCHER = LocaleMatcher.builder()
            .setSupportedULocales(Stream.of(values())
                    .map(language -> new ULocale(language.tag))
                    .toList())
            .build();

    private final String tag;
    private final String ownName;
    private final String direction;

    Language(String tag, String ownName, String direction) {
        this.tag = tag;
        this.ownName = ownName;
        this.direction = direction;
    }

    /**
     * The language that suits best; English if none does.
     *
     * @param ranges the field Accept-Language of a request (RFC 9110, section 12.5.4); null if there is none
     */
    public static Language accepted(String ranges) {
        if (ranges == null || ranges.isBlank() || ranges.length() > 1000) {
            return ENGLISH;
        }
        try {
            return ofTag(MATCHER.getBestMatch(ranges).getLanguage());
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    /** The language with this tag; English if the portal does not speak it. */
    public static Language ofTag(String tag) {
        return Stream.of(values())
                .filter(language -> Objects.equals(language.tag, tag))
                .findFirst()
                .orElse(ENGLISH);
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

    /** By what numbers and dates are written: in each language with the digits that identifiers have. */
    public Locale formats() {
        return Locale.forLanguageTag(tag + "-u-nu-latn");
    }
}
