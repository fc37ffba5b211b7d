package dev.muster.ejb.tally;

import java.util.Map;
import java.util.UUID;

/**
 * The numbers of an organization.
 *
 * @param enrolled identifiers that it has enrolled
 * @param devices its devices, by the certificate that proved them; no certificate has 0
 * @param silent devices that have not been heard for a while, as the timer has counted them
 * @param expiring devices whose own certificate expires soon, as the timer has counted them
 */
public record FleetNumbers(long enrolled, Map<UUID, Long> devices, long silent, long expiring) {

    /** All its devices, also invalidated ones. */
    public long allDevices() {
        return devices.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Enrolled identifiers without a device. */
    public long expected() {
        return enrolled - allDevices();
    }

    /** How many of its devices a certificate has proved. */
    public long provedBy(UUID certificateId) {
        return devices.getOrDefault(certificateId, 0L);
    }
}
