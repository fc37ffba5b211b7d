package dev.muster.domain.mail;

import java.util.regex.Pattern;

/**
 * A mail as it is sent: plain text.
 *
 * @param subject fixed words only, nothing that a user has entered
 */
public record OutgoingMail(MailAddress to, String subject, String text) {

    private static final Pattern NO_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    /** @throws IllegalArgumentException if the subject could add a field to the mail */
    public OutgoingMail {
        if (NO_LINE.matcher(subject).find()) {
            throw new IllegalArgumentException("the subject of a mail is one line");
        }
    }

    /** The subject only: the text may have a link with a secret. */
    @Override
    public String toString() {
        return "OutgoingMail[" + subject + "]";
    }
}
