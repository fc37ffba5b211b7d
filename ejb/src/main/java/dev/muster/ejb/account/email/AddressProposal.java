package dev.muster.ejb.account.email;

import dev.muster.domain.mail.MailAddress;
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

/** Keeps an address that a user has entered, and queues the mail with its link, in a transaction of its own. */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AddressProposal {

    @Inject
    private EmailRepository emails;

    @Inject
    private MailRepository mails;

    @Inject
    private Clock clock;

    /** @param wanted waits for its confirmation; an older one ends */
    public void add(UUID userId, MailAddress wanted) {
        emails.own(userId).propose(wanted);
        Instant now = clock.instant();
        mails.add(new QueuedMail(MailKind.ADDRESS_CONFIRMATION, userId, null, now, now));
    }
}
