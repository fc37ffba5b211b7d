package dev.muster.ejb.notice;

import dev.muster.domain.mail.MailKind;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.ejb.account.email.EmailRepository;
import dev.muster.ejb.mail.MailConfiguration;
import dev.muster.ejb.mail.MailRepository;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.HousekeepingRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Puts one mail for each manager into the queue, for all notices that an organization has got since. */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NoticeMailingStep {

    private static final String TASK = "notice-mail";

    /** One mail tells what comes within this time. */
    private static final Duration GATHER = Duration.ofSeconds(30);

    @Inject
    private NoticeRepository notices;

    @Inject
    private EmailRepository emails;

    @Inject
    private MailRepository mails;

    @Inject
    private MailConfiguration configuration;

    @Inject
    private HousekeepingRepository housekeeping;

    @Inject
    private Clock clock;

    public void queue() {
        if (!housekeeping.claim(TASK)) {
            return;
        }
        notices.takeMailDue().forEach(this::queue);
    }

    private void queue(UUID organizationId) {
        if (configuration.isOn()) {
            Instant now = clock.instant();
            emails.wantNotices(organizationId).stream()
                    .filter(user -> !mails.isWaiting(MailKind.NOTICES, user, organizationId))
                    .forEach(user ->
                            mails.add(new QueuedMail(MailKind.NOTICES, user, organizationId, now.plus(GATHER), now)));
        }
    }
}
