package dev.muster.web.shared;

import dev.muster.domain.shared.ProblemException;
import jakarta.faces.context.FacesContext;
import java.util.UUID;

/** What a button or a script of a page sends along. Anybody can send anything, so everything is checked. */
public final class PageParameters {

    private PageParameters() {}

    /** Returns null if the page did not send it. */
    public static String text(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }

    /** @throws ProblemException {@code not-found} if no id was sent, or something else */
    public static UUID id(String name) {
        return ViewIds.parse(text(name));
    }

    /** @throws ProblemException {@code not-found} if no number was sent, or something else */
    public static long number(String name) {
        return ViewIds.number(text(name));
    }
}
