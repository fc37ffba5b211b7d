package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import java.util.UUID;

/**
 * An outcome, and whose identifier it is about.
 *
 * @param organizationId owner of the identifier, {@code null} unless the proof was verified and the identifier imported
 */
record JudgedAttempt(ProvisioningOutcome outcome, UUID organizationId) {

    static JudgedAttempt of(ProvisioningOutcome outcome) {
        return new JudgedAttempt(outcome, null);
    }
}
