package dev.muster.web.health;

import dev.muster.domain.mail.MailKind;
import dev.muster.ejb.mail.MailService;
import dev.muster.ejb.mail.MailState;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
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

    @Inject
    private Texts texts;

    private MailState state;

    public MailState getState() {
        if (state == null) {
            state = mails.state(caller.get());
        }
        return state;
    }

    public String title(MailKind kind) {
        return switch (kind) {
            case PASSWORD_LINK -> texts.of("health.mailPassword");
            case ADDRESS_CONFIRMATION -> texts.of("health.mailAddress");
            case FORMER_ADDRESS -> texts.of("health.mailFormerAddress");
            case NOTICES -> texts.of("health.mailNotices");
        };
    }

    public void restart() {
        if (feedback.attempt(() -> mails.restart(caller.get(), ViewIds.parse(PageParameters.text("id"))))) {
            feedback.done(texts.of("health.mailRestarted"));
        }
    }

    public void discard() {
        if (feedback.attempt(() -> mails.discard(caller.get(), ViewIds.parse(PageParameters.text("id"))))) {
            feedback.done(texts.of("health.mailDiscarded"));
        }
    }
}
