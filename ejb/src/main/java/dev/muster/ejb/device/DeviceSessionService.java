package dev.muster.ejb.device;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
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

    @Inject
    private DatabaseTime time;

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

    /** The time by which sessions are ordered, for a session that begins with a first proof. */
    @Access(Rule.SYSTEM)
    public Instant now() {
        return time.now();
    }

    /**
     * Finds the devices whose credentials count now: neither suspended nor invalidated, also not by their organization.
     *
     * @return by the ids of the devices
     */
    @Access(Rule.SYSTEM)
    public Map<UUID, CountingDevice> counting(Collection<UUID> ids) {
        return devices.counting(ids);
    }
}
