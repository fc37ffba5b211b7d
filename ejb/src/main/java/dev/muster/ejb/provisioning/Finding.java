package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import java.util.UUID;

/**
 * An outcome, and whose identifier it is about.
 *
 * @param organizationId owner of the identifier, {@code null} unless the proof was verified and the identifier imported
 */
record Finding(ProvisioningOutcome outcome, UUID organizationId) {

    static Finding of(ProvisioningOutcome outcome) {
        return new Finding(outcome, null);
    }
}
