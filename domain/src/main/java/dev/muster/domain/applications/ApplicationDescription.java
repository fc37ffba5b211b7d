package dev.muster.domain.applications;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an application is, new or changed.
 *
 * @param name different from the name of every other application of the organization, ignoring case
 * @param description for people, at most {@value #MAX_DESCRIPTION} characters; empty for none
 * @param rule which devices belong to it by themselves; null for none
 */
public record ApplicationDescription(
        TenantName name, String description, @Nullable DeviceRule rule) {

    public static final int MAX_DESCRIPTION = 500;

    /** @throws ProblemException {@code validation-failed} if the description is too long */
    public ApplicationDescription {
        Objects.requireNonNull(name);
        description = EnteredText.trimmed(description);
        if (description.length() > MAX_DESCRIPTION) {
            throw ProblemException.invalid("The description has " + description.length() + " characters; at most "
                    + MAX_DESCRIPTION + " are allowed.");
        }
    }
}
