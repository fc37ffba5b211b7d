package dev.muster.ejb.mail;

import dev.muster.domain.mail.QueuedMail;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.CurrentScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Shows whether mails arrive, for those who look after the platform. */
@Stateless
public class MailService {

    private static final PageRequest LAST = new PageRequest(0, 25);

    @Inject
    private MailConfiguration configuration;

    @Inject
    private MailRepository mails;

    @Inject
    private Clock clock;

    public MailState state(Caller caller) {
        caller.requirePlatform();
        return CurrentScope.ofPlatform(() -> new MailState(configuration.isOn(), mails.waiting(), mails.failed(LAST)));
    }

    /** Tries a failed mail again. @throws ProblemException {@code not-found} */
    public void restart(Caller caller, UUID mailId) {
        caller.requireAdministrator();
        failed(mailId).restart(clock.instant());
    }

    /** Gives a failed mail up. @throws ProblemException {@code not-found} */
    public void discard(Caller caller, UUID mailId) {
        caller.requireAdministrator();
        mails.remove(failed(mailId));
    }

    private QueuedMail failed(UUID id) {
        return mails.lock(id).filter(mail -> mail.failedAt() != null).orElseThrow(ProblemException::notFound);
    }
}
