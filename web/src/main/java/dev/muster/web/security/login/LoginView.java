package dev.muster.web.security.login;

import dev.muster.domain.account.DemoLogin;
import dev.muster.domain.account.signon.SignOnRefusal;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.account.login.LoginService;
import dev.muster.ejb.account.login.LoginStep;
import dev.muster.ejb.account.signon.SignOnService;
import dev.muster.ejb.start.FirstAdministrator;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.Entrance;
import dev.muster.web.security.RequestSource;
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
import java.util.List;
import java.util.Optional;

/** The login form, and logging out. */
@Named
@RequestScoped
public class LoginView {

    @Inject
    private LoginService logins;

    @Inject
    private LoginCookie waiting;

    @Inject
    private LoginRefusal refusal;

    @Inject
    private RequestSource source;

    @Inject
    private BrowserCookie browser;

    @Inject
    private FirstAdministrator administrator;

    @Inject
    private Entrance entrance;

    @Inject
    private SignOnService signOns;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private SignOnSentences sentences;

    @Inject
    private Texts texts;

    private String username;

    private String password;

    private String next;

    private String refused;

    /** Says why single sign-on let nobody in. Skips the form if the user is logged in by an earlier login. */
    public void open() throws IOException {
        if (refused != null && getProvider() != null) {
            SignOnRefusal.of(refused).ifPresent(reason -> feedback.error(sentences.of(reason, getProvider())));
        }
        if (caller.isLoggedIn()) {
            feedback.keep();
            faces().redirect(ReturnPath.safe(next));
        }
    }

    /** The name of the OpenID provider; null if there is no single sign-on. */
    public String getProvider() {
        return signOns.provider().orElse(null);
    }

    /** Logs in, or goes on to the page that asks for a second factor. The session begins with the last step. */
    public void logIn() throws IOException, ServletException {
        try {
            Optional<LoginStep> step = logins.begin(
                    text(username),
                    text(password),
                    source.of(request()),
                    browser.of(request(), text(username)).orElse(null));
            if (step.isEmpty()) {
                feedback.error(texts.of("security.loginWrong"));
            } else {
                goOn(step.get());
            }
        } catch (ProblemException e) {
            refusal.show(e);
        }
    }

    private void goOn(LoginStep step) throws IOException, ServletException {
        switch (step) {
            case LoginStep.Finished finished -> {
                entrance.enter(finished.user(), response());
                browser.remember(response(), finished.user());
                faces().redirect(ReturnPath.safe(next));
            }
            case LoginStep.Waiting secondFactor -> {
                waiting.put(response(), secondFactor.secret());
                faces().redirect(ReturnPath.codeFor(next));
            }
        }
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

    /** Why single sign-on let nobody in, as {@link SignOnRefusal#word} writes it. */
    public String getRefused() {
        return refused;
    }

    public void setRefused(String refused) {
        this.refused = refused;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
