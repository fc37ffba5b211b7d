package dev.muster.web.account;

import dev.muster.domain.account.PasswordPolicy;
import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.account.KeptAccess;
import dev.muster.ejb.account.token.ApiTokenService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.Entrance;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The form in which users change their own password. */
@Named
@RequestScoped
public class PasswordView {

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Entrance entrance;

    @Inject
    private ApiTokenService tokens;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String present;

    private String chosen;

    private String repeated;

    private boolean revokingTokens;

    /** Returns the home page, or null if the password was not changed. */
    public String change() {
        if (chosen == null || !chosen.equals(repeated)) {
            feedback.error(texts.of("account.passwordsDiffer"));
            return null;
        }
        if (!feedback.attempt(() -> accounts.changePassword(caller.get(), present, chosen, kept()))) {
            return null;
        }
        entrance.renew(caller.get());
        feedback.done(texts.of("account.passwordChanged"));
        feedback.keep();
        return "/index?faces-redirect=true";
    }

    private KeptAccess kept() {
        return KeptAccess.session(entrance.secret(), !revokingTokens);
    }

    /** How many API tokens the form asks about. */
    public long getTokenCount() {
        return tokens.count(caller.get());
    }

    public boolean isRevokingTokens() {
        return revokingTokens;
    }

    public void setRevokingTokens(boolean revokingTokens) {
        this.revokingTokens = revokingTokens;
    }

    /** Whether the user has to change the password before anything else. */
    public boolean isDemanded() {
        return caller.mustChangePassword();
    }

    public int getMinLength() {
        return PasswordPolicy.MIN_LENGTH;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
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
