package dev.muster.domain.mail;

/**
 * A mail as it is sent: plain text.
 *
 * @param subject fixed words only, nothing that a user has entered
 */
public record OutgoingMail(MailAddress to, String subject, String text) {

    /** @throws IllegalArgumentException if the subject could add a field to the mail */
    public OutgoingMail {
        if (subject.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("the subject of a mail is one line of ASCII");
        }
    }

    /** The subject only: the text may have a link with a secret. */
    @Override
    public String toString() {
        return "OutgoingMail[" + subject + "]";
    }
}
