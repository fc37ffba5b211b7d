package dev.muster.domain.trust.issue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;

/**
 * One entry of a revocation list.
 *
 * @param serialNumber of the revoked certificate
 * @param revokedAt when it was revoked
 * @param reason why
 */
public record RevokedCertificate(BigInteger serialNumber, Instant revokedAt, RevocationReason reason) {

    public RevokedCertificate {
        Objects.requireNonNull(serialNumber);
        Objects.requireNonNull(revokedAt);
        Objects.requireNonNull(reason);
    }
}
