package dev.muster.web.shared.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of this request: what the browser asks for. */
@Named
@RequestScoped
public class PortalLanguage {

    @Inject
    private HttpServletRequest request;

    private Language language;

    public Language get() {
        if (language == null) {
            language = Language.accepted(request.getHeader("Accept-Language"));
        }
        return language;
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
}
