package dev.muster.web.security.login;

import dev.muster.ejb.account.login.LoginService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.Entrance;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.primefaces.PrimeFaces;

/**
 * Asks for the password again, before an act that decides about an account: the user's own account, or that of another user
 * (docs/adr/027-second-factors.md lists the acts). A view calls {@link #allows} first, and its page includes
 * {@code user/again.xhtml}, the dialog of the password. A user of the OpenID provider logs in there again instead.
 */
@Named
@RequestScoped
public class AgainView {

    @Inject
    private LoginService logins;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Entrance entrance;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String password;

    /** Whether the act may be done now. If not, the page opens the dialog, and the user repeats the act afterwards. */
    public boolean allows() {
        if (!caller.isFresh()) {
            PrimeFaces.current().executeScript("PF('again').show()");
            FacesContext.getCurrentInstance().validationFailed();
        }
        return caller.isFresh();
    }

    public void confirm() {
        if (feedback.attempt(() -> logins.authenticateAgain(caller.get(), entrance.secret(), password))) {
            feedback.done(texts.of("security.passwordRight"));
        }
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
