package dev.muster.web.shared;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.render.ResponseStateManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * Looks at the name of the view state that a form sends before Jakarta Faces does, which fails if it is no name at all. Such
 * a form is answered like one whose view is gone: the page is loaded again. Named in faces-config.xml.
 */
public class ViewStateCheck implements PhaseListener {

    /** Two random 64-bit numbers, as Mojarra makes them for a state that stays on the server. */
    private static final Pattern NAME = Pattern.compile("-?[0-9]{1,19}:-?[0-9]{1,19}");

    /** What a page sends that keeps no state: the login form only. */
    private static final String STATELESS = "stateless";

    private static final String STATELESS_PAGE = "/login.xhtml";

    /** Whether a page can have sent this; {@code null} if it was opened by its address. */
    static boolean isFromPage(String page, String state) {
        return state == null || NAME.matcher(state).matches() || STATELESS.equals(state) && STATELESS_PAGE.equals(page);
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        ExternalContext external = faces.getExternalContext();
        String state = external.getRequestParameterMap().get(ResponseStateManager.VIEW_STATE_PARAM);
        if (!isFromPage(external.getRequestServletPath(), state)) {
            reload(external);
            faces.responseComplete();
        }
    }

    private static void reload(ExternalContext external) {
        try {
            external.redirect(PageAddress.of(
                    external.getRequestContextPath() + external.getRequestServletPath(),
                    external.getRequestHeaderMap().get("Referer")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // the state is only looked at before it is used
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }
}
