package dev.muster.web.security.login;

import dev.muster.domain.account.factor.FactorKind;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.account.factor.PendingUser;
import dev.muster.ejb.account.login.LoginService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.Entrance;
import dev.muster.web.security.ReturnPath;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The second step of a login: a code of an authenticator app, or a recovery code. */
@Named
@RequestScoped
public class LoginCodeView {

    @Inject
    private LoginService logins;

    @Inject
    private LoginCookie cookie;

    @Inject
    private LoginRefusal refusal;

    @Inject
    private BrowserCookie browser;

    @Inject
    private Entrance entrance;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private Optional<PendingUser> waiting;

    private String code;

    private String next;

    /** Skips the page if nobody is in the middle of a login. */
    public void open() throws IOException {
        if (caller.isLoggedIn()) {
            faces().redirect(ReturnPath.safe(next));
        } else if (!isWaiting()) {
            faces().redirect(ReturnPath.loginFor(next));
        }
    }

    /** Logs in. The session begins here, with an id that nobody knows. */
    public void finish() throws IOException, ServletException {
        if (!isWaiting()) {
            return;
        }
        try {
            String mark = browser.of(request(), getUsername()).orElse(null);
            Optional<Caller> user = logins.finish(secret(), code == null ? "" : code, mark);
            if (user.isPresent()) {
                enter(user.get());
            } else {
                waiting = null;
                feedback.error(texts.of("security.codeWrong"));
            }
        } catch (ProblemException e) {
            refusal.show(e);
        }
    }

    private void enter(Caller user) throws IOException, ServletException {
        entrance.enter(user, response());
        cookie.remove(response());
        browser.remember(response(), user);
        faces().redirect(ReturnPath.safe(next));
    }

    /** Whether a code can be typed; false if the login has ended. */
    public boolean isWaiting() {
        return pending().isPresent();
    }

    /** Whether the user can prove it by a passkey. */
    public boolean isPasskey() {
        return has(FactorKind.PASSKEY);
    }

    /** Whether the user has an authenticator app. */
    public boolean isApp() {
        return has(FactorKind.AUTHENTICATOR_APP);
    }

    private boolean has(FactorKind kind) {
        return pending().filter(user -> user.kinds().contains(kind)).isPresent();
    }

    public String getUsername() {
        return pending().map(PendingUser::username).orElse("");
    }

    private Optional<PendingUser> pending() {
        if (waiting == null) {
            waiting = cookie.of(request()).flatMap(logins::waiting);
        }
        return waiting;
    }

    private String secret() {
        return cookie.of(request()).orElse("");
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) faces().getRequest();
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse) faces().getResponse();
    }

    private static ExternalContext faces() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
