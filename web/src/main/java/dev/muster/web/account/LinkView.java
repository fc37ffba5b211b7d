package dev.muster.web.account;

import dev.muster.domain.account.PasswordPolicy;
import dev.muster.ejb.account.LinkService;
import dev.muster.web.security.RequestSource;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The form in which the holder of a one-time link chooses a password. The page's script takes the secret from the
 * fragment of the address, so the secret comes only in this form.
 */
@Named
@RequestScoped
public class LinkView {

    @Inject
    private LinkService links;

    @Inject
    private RequestSource source;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String secret;

    private String chosen;

    private String repeated;

    private String username;

    public void choose() {
        if (chosen == null || !chosen.equals(repeated)) {
            feedback.error(texts.of("account.linkPasswordsDiffer"));
            return;
        }
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        feedback.attempt(() -> username = links.choose(secret == null ? "" : secret, chosen, source.of(request)));
    }

    public boolean isDone() {
        return username != null;
    }

    /** The user who has chosen a password; null before that. */
    public String getUsername() {
        return username;
    }

    public int getMinLength() {
        return PasswordPolicy.MIN_LENGTH;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
