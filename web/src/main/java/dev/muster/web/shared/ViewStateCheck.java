package dev.muster.web.shared;

import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.render.ResponseStateManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks the name of the view state that a form sends, because Jakarta Faces fails on a malformed name. Such a form is
 * answered as if its view were gone: the page is loaded again. Registered in faces-config.xml.
 */
public class ViewStateCheck implements PhaseListener {

    /** Two random 64-bit numbers, as Mojarra makes them for a state that stays on the server. */
    private static final Pattern NAME = Pattern.compile("-?[0-9]{1,19}:-?[0-9]{1,19}");

    /** What the pages send that strangers may open: they keep no state. */
    private static final String STATELESS = "stateless";

    private static final Set<String> STATELESS_PAGES =
            Set.of("/login.xhtml", "/login-code.xhtml", "/link.xhtml", "/forgot.xhtml", "/confirm.xhtml");

    /** Whether the page can have sent this state; null if the page was opened by its address. */
    static boolean isFromPage(String page, String state) {
        return state == null
                || NAME.matcher(state).matches()
                || STATELESS.equals(state) && STATELESS_PAGES.contains(page);
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        ExternalContext external = faces.getExternalContext();
        String state = external.getRequestParameterMap().get(ResponseStateManager.VIEW_STATE_PARAM);
        if (!isFromPage(external.getRequestServletPath(), state)) {
            SecurityLog.write(SecurityEvent.of(EventKind.FORGERY_REFUSED).with("reason", "view-state"));
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
        // nothing to check after the state was used
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }
}
