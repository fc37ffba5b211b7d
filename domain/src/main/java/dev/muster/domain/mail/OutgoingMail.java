package dev.muster.domain.mail;

/**
 * A mail as it is sent: plain text.
 *
 * @param subject fixed words only, nothing that a user has entered
 */
public record OutgoingMail(MailAddress to, String subject, String text) {

    /** The subject only: the text may have a link with a secret. */
    @Override
    public String toString() {
        return "OutgoingMail[" + subject + "]";
    }
}
