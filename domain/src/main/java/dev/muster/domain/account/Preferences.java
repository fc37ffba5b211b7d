package dev.muster.domain.account;

import dev.muster.domain.shared.Language;
import dev.muster.domain.shared.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a user wants to see the portal. */
@Embeddable
public class Preferences {

    private @Nullable String language;

    @Column(name = "time_zone")
    private @Nullable String timeZone;

    /** Of a user who has chosen nothing. */
    public Preferences() {}

    /**
     * What a form sends.
     *
     * @param tag of the language (RFC 5646); null or blank for the one that the browser asks for
     * @param timeZone its name in the IANA time zone database, such as Europe/Berlin; null or blank for the one of the browser
     * @throws ProblemException {@code validation-failed} if there is no such language or time zone
     */
    public Preferences(@Nullable String tag, @Nullable String timeZone) {
        this.language = isNothing(tag) ? null : tag;
        this.timeZone = isNothing(timeZone) ? null : timeZone;
        if (this.language != null && Language.ofTag(tag).isEmpty()) {
            throw ProblemException.invalid("The portal does not speak this language. Choose one from the list.");
        }
        if (this.timeZone != null && !ZoneId.getAvailableZoneIds().contains(this.timeZone)) {
            throw ProblemException.invalid("There is no such time zone. Choose one from the list.");
        }
    }

    private static boolean isNothing(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Empty for the one that the browser asks for. */
    public Optional<Language> language() {
        return Language.ofTag(language);
    }

    /** The language of mails to the user. A mail knows no browser, so it is English without a choice. */
    public Language mailLanguage() {
        return language().orElse(Language.ENGLISH);
    }

    /** Empty for the one of the browser. */
    public Optional<ZoneId> timeZone() {
        return Optional.ofNullable(timeZone).map(ZoneId::of);
    }
}
