package dev.muster.ejb.device;

import dev.muster.domain.device.CredentialHistory;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import java.time.Instant;

/**
 * A device's credential as the database has it. It is read with each message, so the rest of the device is left out.
 *
 * @param holder the device that it authenticates
 * @param organizationSuspended whether the device's organization is suspended
 */
record HeldCredential(
        AuthenticatedDevice holder,
        DeviceCredential credential,
        CredentialHistory history,
        boolean organizationSuspended) {

    /** When the credential was read, by the database's clock. */
    Instant at() {
        return holder.at();
    }

    static HeldCredential of(FoundDevice found) {
        Device device = found.device();
        return new HeldCredential(
                new AuthenticatedDevice(
                        device.id(),
                        device.organization().id(),
                        device.credential().accessKey(),
                        device.modelId(),
                        found.at()),
                device.credential(),
                device.credentialHistory(),
                device.organization().isSuspended());
    }
}
