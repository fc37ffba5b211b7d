package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an attempt, and the owner of the identifier.
 *
 * @param organizationId owner of the identifier; {@code null} if the proof is not verified or the identifier not
 *     imported
 */
record JudgedAttempt(ProvisioningOutcome outcome, @Nullable UUID organizationId) {

    static JudgedAttempt of(ProvisioningOutcome outcome) {
        return new JudgedAttempt(outcome, null);
    }
}
