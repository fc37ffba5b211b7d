package dev.muster.ejb.mail;

import dev.muster.domain.mail.MailKind;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.mail.QueuedMail;
import java.util.Optional;

/** A feature writes the mails of a kind, when they are sent. */
public interface MailContent {

    MailKind kind();

    /**
     * Writes the mail, in a transaction of its own.
     *
     * @return empty if there is nothing to send any more
     */
    Optional<OutgoingMail> write(QueuedMail mail);
}
