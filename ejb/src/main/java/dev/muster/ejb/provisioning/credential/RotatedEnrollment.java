package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.provisioning.ProvisioningOutcome;

/**
 * An entry of an import whose devices were to get new credentials.
 *
 * @param credentials of its device, for this once; {@code null} where it has no new ones
 */
public record RotatedEnrollment(
        Enrollment enrollment, RotationOutcome outcome, ProvisioningOutcome.Credentials credentials) {}
