package dev.muster.domain.manufacturer;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The contact for a manufacturer's devices, in the manufacturer's own words. For people: no program reads an address or
 * a number out of it.
 *
 * @param entered without blanks around it, in NFC, at most 256 characters on one line; empty if there is no contact
 */
public record Contact(String entered) {

    public static final int MAX_LENGTH = 256;

    /**
     * @param entered null counts as empty
     * @throws ProblemException {@code validation-failed} if it is too long or has control characters
     */
    public Contact {
        entered = EnteredText.trimmed(entered);
        if (entered.length() > MAX_LENGTH) {
            throw ProblemException.invalid(
                    "The contact has " + entered.length() + " characters; at most " + MAX_LENGTH + " are allowed.");
        }
        if (entered.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("The contact has a control character; type it on one line.");
        }
    }

    /** The stored form: {@code null} if there is no contact. */
    @Nullable
    String orNull() {
        return entered.isEmpty() ? null : entered;
    }
}
