package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.shared.ProblemException;
import java.util.Optional;

/**
 * Devices by the certificates that they show. Provisioning knows them: what such a certificate is worth, and how a device
 * comes to be that has not joined before its first connection.
 */
public interface CertifiedDevices {

    /**
     * The device; made in the same transaction where it is enrolled and does not exist yet.
     *
     * @return invalidated, perhaps: the caller asks
     * @throws ProblemException {@code unauthenticated} where the certificate is nobody's
     * @throws ProblemException with the code of a provision request where it is somebody's and counts not, or not any more
     */
    FoundDevice find(DeviceLogin.Certificate shown);

    /** The same where the device exists; empty where it does not, and then it is not made. */
    Optional<FoundDevice> known(DeviceLogin.Certificate shown);

    /** Revokes the certificates of a device that is about to be deleted; nothing changes it until the transaction ends. */
    void end(Device device);
}
