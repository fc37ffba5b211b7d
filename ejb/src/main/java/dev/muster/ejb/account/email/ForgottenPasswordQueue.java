package dev.muster.ejb.account.email;

import dev.muster.domain.mail.MailKind;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.ejb.mail.MailRepository;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the mail for a forgotten password into the queue, in a transaction of its own. */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ForgottenPasswordQueue {

    @Inject
    private MailRepository mails;

    @Inject
    private Clock clock;

    /** @param userId null if nobody has the name */
    public void add(@Nullable UUID userId) {
        Instant now = clock.instant();
        mails.add(new QueuedMail(MailKind.PASSWORD_LINK, userId, null, now, now));
    }
}
