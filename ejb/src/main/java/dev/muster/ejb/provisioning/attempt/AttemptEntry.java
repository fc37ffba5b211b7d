package dev.muster.ejb.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as it is shown.
 *
 * @param certificateName name of the certificate that the attempt named; {@code null} if it named none that we know
 * @param accessKey access key of that certificate
 * @param manufacturerName manufacturer of that certificate
 */
public record AttemptEntry(
        ProvisioningAttempt attempt,
        @Nullable String certificateName,
        @Nullable String accessKey,
        @Nullable String manufacturerName) {}
