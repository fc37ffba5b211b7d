package dev.muster.ejb.overview;

import dev.muster.domain.trust.issue.RevocationReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a manufacturer's certificate, for an organization with devices that the certificate has proved.
 *
 * @param reason {@code null} if it only expires
 * @param at when it ended or will end
 * @param devices devices of the organization that it has proved
 */
public record CertificateEnding(
        UUID certificateId,
        String certificate,
        String manufacturer,
        Kind kind,
        @Nullable RevocationReason reason,
        Instant at,
        long devices) {

    /** How it ends. */
    public enum Kind {
        /** It is revoked, and its devices are invalid. */
        REVOKED,
        /** Its revocation is planned. */
        PLANNED,
        /** It expires soon: then no further device can join with it. */
        EXPIRING
    }
}
