package dev.muster.domain.mail;

import dev.muster.domain.shared.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address to which mails are sent: a dot-atom, an at sign and a domain name (RFC 5321 section 4.1.2), in ASCII. It has no
 * blank and no control character, so it cannot add a field to a mail.
 */
public record MailAddress(String value) {

    public static final int MAX_LENGTH = 254;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final Pattern FORM =
            Pattern.compile("(?=[^@]{1,64}@)%1$s(?:\\.%1$s)*@%2$s(?:\\.%2$s)+".formatted(ATOM, LABEL));

    /** @throws ProblemException {@code validation-failed} if it is no such address */
    public MailAddress {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw ProblemException.invalid("Enter an e-mail address, such as vera@example.com.");
        }
    }

    /** @param entered by a user; null counts as empty. Blanks around it do not count */
    public static MailAddress entered(@Nullable String entered) {
        return new MailAddress(entered == null ? "" : entered.strip());
    }
}
