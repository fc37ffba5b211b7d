package dev.muster.web.security;

import dev.muster.domain.account.DemoLogin;
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
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The login form, and the way out. */
@Named
@RequestScoped
public class LoginView {

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

    /** Sends who is logged in already past the form. */
    public void open() throws IOException {
        if (caller.isLoggedIn()) {
            faces().redirect(ReturnPath.safe(next));
        }
    }

    /** Logs in. The session gets a new id, so that an id known before the login is worth nothing after it. */
    public void logIn() throws IOException {
        HttpServletRequest request = (HttpServletRequest) faces().getRequest();
        HttpServletResponse response = (HttpServletResponse) faces().getResponse();
        request.getSession();
        request.changeSessionId();
        AuthenticationStatus status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams().credential(new UsernamePasswordCredential(username, password)));
        if (status == AuthenticationStatus.SUCCESS) {
            faces().redirect(ReturnPath.safe(next));
        } else {
            feedback.error("Name or password is not right. Check both and try again.");
        }
    }

    public void logOut() throws IOException, ServletException {
        ((HttpServletRequest) faces().getRequest()).logout();
        faces().invalidateSession();
        faces().redirect(ReturnPath.LOGIN);
    }

    /** The logins that the demonstration run made; shown there alone. */
    public List<DemoLogin> getDemoLogins() {
        return DemoLogin.beside(administrator.chosenName());
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
