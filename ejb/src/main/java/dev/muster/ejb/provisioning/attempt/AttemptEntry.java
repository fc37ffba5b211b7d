package dev.muster.ejb.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;

/**
 * One attempt as it is shown.
 *
 * @param certificateName of the certificate that it named
 * @param accessKey of the certificate that it named
 * @param manufacturerName whose certificate that is
 */
public record AttemptEntry(
        ProvisioningAttempt attempt, String certificateName, String accessKey, String manufacturerName) {}
