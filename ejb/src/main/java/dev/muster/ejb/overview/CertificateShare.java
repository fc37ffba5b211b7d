package dev.muster.ejb.overview;

import dev.muster.domain.overview.FleetTotals;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An active certificate and its use.
 *
 * @param devices devices that it has proved
 * @param organizations organizations that have such a device
 * @param maxDevices how many devices it may prove; {@code null} for any number
 */
public record CertificateShare(
        UUID id,
        String name,
        Instant notAfter,
        long devices,
        long organizations,
        @Nullable Integer maxDevices) {

    /** How much of its limit is used, in per cent; 0 if it has no limit. */
    public int percent() {
        return maxDevices == null ? 0 : FleetTotals.percent(devices, maxDevices);
    }
}
