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
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
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
    private SecurityContext security;

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
                enter(user.get());
                browser.remember((HttpServletResponse) faces().getResponse(), user.get());
                faces().redirect(ReturnPath.safe(next));
            }
        } catch (ProblemException e) {
            refuse(e);
        }
    }

    /**
     * The container keeps a user who is logged in, so an existing session has to end first. What it remembers must not
     * be there for another user either.
     */
    private void enter(Caller user) throws ServletException {
        if (request().getSession(false) != null) {
            request().logout();
            faces().invalidateSession();
        }
        AuthenticationStatus status = security.authenticate(
                request(),
                (HttpServletResponse) faces().getResponse(),
                AuthenticationParameters.withParams().credential(new CheckedLogin(user)));
        if (status != AuthenticationStatus.SUCCESS) {
            throw new IllegalStateException("The container refused a login that was checked: " + status);
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
        request().logout();
        faces().invalidateSession();
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
