package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The outcome for an entry of an import when its devices get new credentials.
 *
 * @param credentials the new credentials, shown only once; {@code null} if the device got none
 */
public record RotatedEnrollment(
        Enrollment enrollment, RotationOutcome outcome, ProvisioningOutcome.@Nullable Credentials credentials) {}
