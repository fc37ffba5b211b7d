package dev.muster.web.shared.text;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.ULocale;
import dev.muster.domain.shared.Language;
import java.util.stream.Stream;

/** The language that suits a browser best. */
public final class AcceptedLanguage {

    private static final int MAX_LENGTH = 1_000;

    private static final LocaleMatcher MATCHER = LocaleMatcher.builder()
            .setSupportedULocales(Stream.of(Language.values())
                    .map(language -> new ULocale(language.tag()))
                    .toList())
            .build();

    private AcceptedLanguage() {}

    /**
     * The language that suits best; English if none does.
     *
     * @param ranges the field Accept-Language of a request (RFC 9110, section 12.5.4); null if there is none
     */
    public static Language of(String ranges) {
        if (ranges == null || ranges.isBlank() || ranges.length() > MAX_LENGTH) {
            return Language.ENGLISH;
        }
        try {
            return Language.ofTag(MATCHER.getBestMatch(ranges).getLanguage()).orElse(Language.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Language.ENGLISH;
        }
    }
}
