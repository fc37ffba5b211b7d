package dev.muster.domain.enrollment.allowlist;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;

/**
 * Why an identifier was released, in words for the organization that had enrolled it.
 *
 * @param entered without blanks around it, in NFC, 1 to 500 characters on one line
 */
public record ReleaseReason(String entered) {

    public static final int MAX_LENGTH = 500;

    /**
     * Trims the text.
     *
     * @throws ProblemException {@code validation-failed} if it is blank, too long or has control characters
     */
    public ReleaseReason {
        entered = EnteredText.trimmed(entered);
        if (entered.isEmpty()) {
            throw ProblemException.invalid(
                    "Enter a reason: the organization that enrolled the identifier will read it.");
        }
        if (entered.length() > MAX_LENGTH) {
            throw ProblemException.invalid(
                    "The reason has " + entered.length() + " characters; at most " + MAX_LENGTH + " are allowed.");
        }
        if (entered.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("The reason contains a control character. Type it on one line.");
        }
    }
}
