package dev.muster.ejb.fleet.story;

import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.fleet.DeviceSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a device comes from.
 *
 * @param row the number of its row in the import's file, from 1; {@code null} if the row is not kept
 * @param importedAt when the row was enrolled
 * @param certificateName the manufacturer's certificate that proved it last
 * @param revokedAt when that certificate was or will be revoked; {@code null} if no revocation is known
 * @param reason of that revocation
 */
public record DeviceOrigin(
        DeviceSource source,
        @Nullable Integer row,
        Instant importedAt,
        String certificateName,
        @Nullable Instant revokedAt,
        @Nullable RevocationReason reason) {}
