package dev.muster.ejb.device;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Begins sessions of devices that stay connected, and says whose session must end. */
@Stateless
public class DeviceSessionService {

    @Inject
    private DeviceAuthentication authentication;

    @Inject
    private DeviceRepository devices;

    /**
     * Authenticates a device that connects. A device that is enrolled and does not exist yet is created by its
     * certificate.
     *
     * @throws ProblemException as {@link DeviceAuthentication#authenticate}
     */
    @Access(Rule.DEVICE)
    public AuthenticatedDevice open(DeviceLogin login) {
        return authentication.authenticate(login);
    }

    /**
     * Finds the devices whose credentials count now: neither suspended nor invalidated, also not by their organization.
     *
     * @return their access keys, by the ids of the devices. A device whose access key has changed has other credentials
     */
    @Access(Rule.SYSTEM)
    public Map<UUID, String> counting(Collection<UUID> ids) {
        return devices.counting(ids);
    }
}
