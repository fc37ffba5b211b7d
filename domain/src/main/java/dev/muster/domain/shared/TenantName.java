package dev.muster.domain.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name that people give to an organization, a manufacturer, a user or a certificate. Some names become O or CN of a
 * certificate, which have at most 64 characters (RFC 5280, appendix A.1, ub-organization-name and ub-common-name).
 *
 * @param entered without blanks around it, in NFC, 1 to 64 characters
 */
public record TenantName(String entered) {

    public static final int MAX_LENGTH = 64;

    /**
     * @throws ProblemException {@code validation-failed} if the name is blank, too long or has control characters
     */
    public TenantName {
        entered = Normalizer.normalize(entered == null ? "" : entered, Normalizer.Form.NFC)
                .strip();
        if (entered.isEmpty()) {
            throw ProblemException.invalid("A name is needed.");
        }
        if (entered.length() > MAX_LENGTH) {
            throw ProblemException.invalid(
                    "The name has " + entered.length() + " characters; at most " + MAX_LENGTH + " are allowed.");
        }
        if (entered.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("The name has a control character; type it again.");
        }
    }

    /** The form in which names are compared: names that differ only in case are the same. */
    public String normalized() {
        return entered.toUpperCase(Locale.ROOT);
    }
}
