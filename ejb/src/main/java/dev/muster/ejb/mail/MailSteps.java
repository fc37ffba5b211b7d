package dev.muster.ejb.mail;

import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * What sending a mail does with the database, before and after the mail server is asked. Each step is a transaction of its own,
 * so that no connection is held while the mail server works.
 */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailSteps {

    @Inject
    private MailRepository mails;

    @Inject
    @Any
    private Instance<MailContent> contents;

    @Inject
    private Clock clock;

    /** Claims the next mail that is due, and writes it; empty if none is due. A mail with nothing to say is removed. */
    public Optional<ClaimedMail> claim() {
        return mails.lockNext(clock.instant()).map(this::claim);
    }

    private ClaimedMail claim(QueuedMail mail) {
        mail.claim(clock.instant());
        Optional<OutgoingMail> written = contents.stream()
                .filter(content -> content.kind() == mail.kind())
                .findFirst()
                .flatMap(content -> content.write(mail));
        if (written.isEmpty()) {
            mails.remove(mail);
        }
        return new ClaimedMail(mail.id(), written);
    }

    /** The mail server has taken it. */
    public void sent(UUID id) {
        mails.lock(id).ifPresent(mails::remove);
    }

    /** @param isFinal whether another try cannot help */
    public void refused(UUID id, String reason, boolean isFinal) {
        mails.lock(id).ifPresent(mail -> {
            if (isFinal) {
                mail.fail(reason, clock.instant());
            } else {
                mail.postpone(reason, clock.instant());
            }
        });
    }
}
