package dev.muster.web.health;

import dev.muster.domain.mail.MailKind;
import dev.muster.ejb.mail.MailService;
import dev.muster.ejb.mail.MailState;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.ViewIds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How the mails are doing, on the page about the health of the platform. */
@Named
@RequestScoped
public class MailsView {

    @Inject
    private MailService mails;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private MailState state;

    public MailState getState() {
        if (state == null) {
            state = mails.state(caller.get());
        }
        return state;
    }

    public String title(MailKind kind) {
        return switch (kind) {
            case PASSWORD_LINK -> "New password";
            case ADDRESS_CONFIRMATION -> "Confirmation of an address";
            case NOTICES -> "Notices of an organization";
        };
    }

    public void restart() {
        if (feedback.attempt(() -> mails.restart(caller.get(), ViewIds.parse(PageParameters.text("id"))))) {
            feedback.done("The mail is tried again within seconds.");
        }
    }

    public void discard() {
        if (feedback.attempt(() -> mails.discard(caller.get(), ViewIds.parse(PageParameters.text("id"))))) {
            feedback.done("The mail is discarded.");
        }
    }
}
