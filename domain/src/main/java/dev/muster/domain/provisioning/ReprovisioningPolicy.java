package dev.muster.domain.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import java.time.Instant;

/** What a second valid proof does to a device that exists. */
public enum ReprovisioningPolicy {
    /**
     * Until the device has authenticated once, a new proof gives new credentials: an answer that was lost on the way
     * costs nothing. After that the device is taken for provisioned. One that a revocation invalidated may always prove
     * itself again.
     */
    ROTATE_UNTIL_FIRST_USE {
        @Override
        public boolean rotates(Device device, Instant now) {
            return device.status(now) != DeviceStatus.ACTIVE;
        }
    },

    /**
     * One success: a device that exists is not given new credentials. Only one that a revocation invalidated may prove
     * itself again, by another certificate: a revocation must not brick the fleet.
     */
    NEVER {
        @Override
        public boolean rotates(Device device, Instant now) {
            return device.status(now) == DeviceStatus.INVALIDATED;
        }
    };

    /** Whether the device gets new credentials; if not, the proof is refused as {@code already-provisioned}. */
    public abstract boolean rotates(Device device, Instant now);
}
