package dev.muster.ejb.mail;

import dev.muster.domain.mail.OutgoingMail;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends the mails that are due, one after the other. Every server tries; a lock in the database decides which one sends a mail.
 * If the server ends after the mail server has taken a mail and before the database knows, the mail is sent twice.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailDelivery {

    private static final Logger LOG = System.getLogger(MailDelivery.class.getName());

    @Inject
    private MailConfiguration configuration;

    @Inject
    private MailSteps steps;

    @Inject
    private SmtpTransport transport;

    /** Every five seconds. If there is nothing to send, this costs one query; without a mail server, nothing. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "mails")
    public void deliver() {
        if (!configuration.isOn()) {
            return;
        }
        try {
            Optional<ClaimedMail> next = steps.claim();
            while (next.isPresent()) {
                ClaimedMail claimed = next.get();
                claimed.mail().ifPresent(mail -> send(claimed.id(), mail));
                next = steps.claim();
            }
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Mails could not be sent; the server tries again", e);
        }
    }

    private void send(UUID id, OutgoingMail mail) {
        Optional<SmtpFault> fault = transport.send(mail);
        if (fault.isEmpty()) {
            steps.sent(id);
            return;
        }
        LOG.log(
                Level.WARNING,
                "The mail {0} could not be sent: {1}",
                id,
                fault.get().reason());
        steps.refused(id, fault.get().reason(), fault.get().isFinal());
    }
}
