package dev.muster.web.security;

import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.event.SecurityLog;
import dev.muster.web.shared.JsonAnswer;
import dev.muster.web.shared.TextAnswer;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses what the page of one user sends after another user has logged in in the same browser: all tabs share one
 * login. It also refuses what a page of one tenant sends after the user has switched to another. Each page names its
 * user and the tenant: its scripts in a header, its forms in a field. If a request names no user, its view
 * state and its token decide: after such a login they belong to another session.
 */
public class SameUser implements Filter {

    static final String HEADER = "X-Muster-User";

    static final String FIELD = "muster.user";

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest incoming = (HttpServletRequest) request;
        if (isOfAnother(incoming) && isAnswerable(incoming)) {
            SecurityLog.write(SecurityEvent.of(EventKind.FORGERY_REFUSED)
                    .by(caller.get())
                    .with("reason", "page-of-another-user"));
            refuse(incoming, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOfAnother(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        String page = header == null && "POST".equals(request.getMethod()) ? request.getParameter(FIELD) : header;
        return page != null
                && caller.find()
                        .filter(user -> !CurrentCaller.pageUser(user).equals(page))
                        .isPresent();
    }

    /**
     * The container refuses an address that the other user's role may not use, before any filter. The script has to
     * learn of the other user in that case, too.
     */
    private static boolean isAnswerable(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR
                || request.getHeader(HEADER) != null
                        && Integer.valueOf(HttpServletResponse.SC_FORBIDDEN)
                                .equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    }

    /** Answers in the form that the script of the page reads. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (PartialAnswer.isAwaited(request)) {
            PartialAnswer.write(response, "document.dispatchEvent(new CustomEvent(\"muster:other-user\"));");
            return;
        }
        if (request.getHeader(HEADER) == null) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
        } else if (String.valueOf(request.getContentType()).startsWith("text/csv")) {
            JsonAnswer.refuse(response, HttpServletResponse.SC_CONFLICT, texts.of("security.otherUser"));
        } else {
            TextAnswer.send(response, HttpServletResponse.SC_CONFLICT, texts.of("security.otherUser"));
        }
    }
}
