package dev.muster.web.security.language;

import dev.muster.domain.shared.Language;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.PortalCookies;
import dev.muster.web.shared.text.AcceptedLanguage;
import dev.muster.web.shared.text.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The language of this request: what the user has chosen in the profile, or what was chosen in this browser before a login, or what the
 * browser asks for.
 */
@Named
@RequestScoped
public class PortalLanguage implements RequestLanguage {

    static final String COOKIE = "muster-language";

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentCaller caller;

    @Inject
    private PortalCookies cookies;

    private Language language;

    @Override
    public Language get() {
        if (language == null) {
            language = ofUser().or(this::ofBrowser).orElseGet(this::accepted);
        }
        return language;
    }

    private Optional<Language> ofUser() {
        return caller.preferences().language();
    }

    private Optional<Language> ofBrowser() {
        return cookies.value(request, COOKIE).flatMap(Language::ofTag);
    }

    private Language accepted() {
        return AcceptedLanguage.of(request.getHeader("Accept-Language"));
    }

    /** The time zone that the user has chosen; empty for that of the browser. */
    public String getTimeZone() {
        return caller.preferences().timeZone().map(ZoneId::getId).orElse("");
    }

    /** For {@code f:view}. */
    public Locale getLocale() {
        return get().locale();
    }

    /** For the attribute {@code lang} of a page. */
    public String getTag() {
        return get().tag();
    }

    /** For the attribute {@code dir} of a page. */
    public String getDirection() {
        return get().direction();
    }

    /** How scripts write times: the tag of a locale (RFC 5646). */
    public String getFormats() {
        return get().formats().toLanguageTag();
    }

    /** All languages of the portal. */
    public Language[] getAll() {
        return Language.values();
    }
}
