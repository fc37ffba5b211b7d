package dev.muster.web.security;

import dev.muster.domain.account.DemoLogin;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.start.FirstAdministrator;
import dev.muster.web.shared.Feedback;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The login form, and logging out. */
@Named
@RequestScoped
public class LoginView {

    /** RFC 6585 section 4. */
    private static final int TOO_MANY_REQUESTS = 429;

    private static final String RETRY_SECONDS = "3";

    @Inject
    private AccountService accounts;

    @Inject
    private RequestSource source;

    @Inject
    private BrowserCookie browser;

    @Inject
    private FirstAdministrator administrator;

    @Inject
    private Entrance entrance;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private String username;

    private String password;

    private String next;

    /** Skips the form if the user is logged in already. */
    public void open() throws IOException {
        if (caller.isLoggedIn()) {
            faces().redirect(ReturnPath.safe(next));
        }
    }

    /** Logs in. The session begins here, with an id that nobody knows. */
    public void logIn() throws IOException, ServletException {
        try {
            Optional<Caller> user = accounts.authenticate(
                    text(username),
                    text(password),
                    source.of(request()),
                    browser.of(request(), text(username)).orElse(null));
            if (user.isEmpty()) {
                feedback.error("User name or password is wrong. Check both and try again.");
            } else {
                entrance.enter(user.get(), response());
                browser.remember(response(), user.get());
                faces().redirect(ReturnPath.safe(next));
            }
        } catch (ProblemException e) {
            refuse(e);
        }
    }

    /** Shows the form again, with the user name: too many passwords are being checked, or were wrong. */
    private void refuse(ProblemException refusal) {
        if (refusal.code() != ProblemCode.RATE_LIMITED) {
            throw refusal;
        }
        faces().setResponseStatus(TOO_MANY_REQUESTS);
        faces().addResponseHeader(
                        "Retry-After",
                        refusal instanceof RetryLaterException early ? String.valueOf(early.seconds()) : RETRY_SECONDS);
        feedback.error(refusal.getMessage());
    }

    public void logOut() throws IOException, ServletException {
        entrance.leave(response());
        faces().redirect(ReturnPath.LOGIN);
    }

    /** The logins of the demonstration run, which shows them on the login page. */
    public List<DemoLogin> getDemoLogins() {
        return DemoLogin.beside(administrator.chosenName());
    }

    /** A form that does not come from our page may lack a field. */
    private static String text(String field) {
        return field == null ? "" : field;
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

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
