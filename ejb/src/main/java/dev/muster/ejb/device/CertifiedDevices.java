package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.shared.ProblemException;
import java.util.Optional;

/**
 * Devices by the certificates that they show in TLS. Provisioning implements this interface: it knows whether such a
 * certificate is valid, and how a device is created by its first connection.
 */
public interface CertifiedDevices {

    /**
     * Finds the device. If it is enrolled and does not exist yet, it is created in the same transaction.
     *
     * @return the device, which may be invalidated: the caller must check that
     * @throws ProblemException {@code unauthenticated} if the certificate belongs to no device
     * @throws ProblemException with the code of a provision request if the certificate belongs to a device and is not
     *     valid
     */
    FoundDevice find(DeviceLogin.Certificate shown);

    /** Finds the device, but never creates it: empty if it does not exist. */
    Optional<FoundDevice> known(DeviceLogin.Certificate shown);

    /** Revokes the certificates of a device that is about to be deleted, and locks the device. */
    void end(Device device);
}
