package dev.muster.web.shared;

import dev.muster.domain.shared.ProblemException;
import jakarta.faces.context.FacesContext;
import java.util.UUID;

/** What a button of a page sends along; it may have been anybody. */
public final class Parameters {

    private Parameters() {}

    /** @throws ProblemException {@code not-found} where none was sent, or no id at all */
    public static UUID id() {
        return ViewIds.parse(FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("id"));
    }
}
