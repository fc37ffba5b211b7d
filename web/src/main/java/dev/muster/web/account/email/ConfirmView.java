package dev.muster.web.account.email;

import dev.muster.ejb.account.email.EmailService;
import dev.muster.web.shared.Feedback;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The form that confirms an address. The page's script takes the secret from the fragment of the address. Only the button uses
 * it: programs that open the links of mails confirm nothing.
 */
@Named
@RequestScoped
public class ConfirmView {

    @Inject
    private EmailService emails;

    @Inject
    private Feedback feedback;

    private String secret;

    private String address;

    public void confirm() {
        feedback.attempt(() -> address = emails.confirm(secret));
    }

    public boolean isDone() {
        return address != null;
    }

    /** The address that is confirmed; null before that. */
    public String getAddress() {
        return address;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }
}
