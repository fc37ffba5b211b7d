package dev.muster.web.shared;

import dev.muster.domain.shared.CountedLine;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.ClientGone;
import dev.muster.ejb.shared.event.SecurityLog;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.csp.CspException;

/**
 * Turns uncaught exceptions into answers that reveal nothing internal: an expired page is loaded again, everything else
 * gets a plain error page. Only this class logs what is unexpected.
 */
public class PortalExceptionHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(PortalExceptionHandler.class.getName());

    private static final CountedLine UNREADABLE = new CountedLine(System::nanoTime);

    public PortalExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            Throwable thrown = events.next().getContext().getException();
            events.remove();
            answer(thrown, FacesContext.getCurrentInstance());
        }
    }

    private static void answer(Throwable thrown, FacesContext faces) {
        if (faces.getResponseComplete()) {
            return;
        }
        try {
            if (cause(thrown, ViewExpiredException.class) instanceof ViewExpiredException expired) {
                SecurityLog.write(SecurityEvent.of(EventKind.FORGERY_REFUSED).with("reason", "view-state"));
                again(expired.getViewId(), faces);
            } else if (cause(thrown, CspException.class) != null) {
                SecurityLog.write(SecurityEvent.of(EventKind.FORGERY_REFUSED).with("reason", "nonce"));
                again(faces.getViewRoot().getViewId(), faces);
            } else {
                refuse(thrown, faces);
            }
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    /**
     * Redirects the browser to the same page. Without a session the page is the login form, and nothing could keep a
     * message for it.
     */
    private static void again(String viewId, FacesContext faces) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (external.getSession(false) != null) {
            external.getFlash().setKeepMessages(true);
            new Feedback().done(Texts.current().of("shared.loadedAgain"));
        }
        external.redirect(PageAddress.of(
                external.getRequestContextPath() + viewId,
                external.getRequestHeaderMap().get("Referer")));
        faces.responseComplete();
    }

    private static void refuse(Throwable thrown, FacesContext faces) throws IOException {
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        if (cause(thrown, ProblemException.class) instanceof ProblemException problem) {
            status = statusOf(problem.code());
        } else if (UnreadableForm.isCauseOf(thrown)) {
            status = HttpServletResponse.SC_BAD_REQUEST;
            note(faces.getExternalContext().getRequestServletPath(), UnreadableForm.place(thrown));
        } else if (ClientGone.isToldBy(thrown)) {
            status = HttpServletResponse.SC_BAD_REQUEST;
        } else {
            LOG.log(Level.SEVERE, "A page failed", thrown);
        }
        faces.getExternalContext().responseSendError(status, null);
        faces.responseComplete();
    }

    private static void note(String page, String place) {
        UNREADABLE
                .note()
                .ifPresent(count -> LOG.log(
                        Level.INFO,
                        "Forms refused because their pages cannot have sent them, since the last such line: {0}. The last form: {1}, {2}",
                        new Object[] {count, page, place}));
    }

    private static int statusOf(ProblemCode code) {
        return switch (code) {
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            default -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    private static Throwable cause(Throwable thrown, Class<? extends Throwable> type) {
        Throwable t = thrown;
        while (t != null && !type.isInstance(t)) {
            t = t.getCause();
        }
        return t;
    }
}
