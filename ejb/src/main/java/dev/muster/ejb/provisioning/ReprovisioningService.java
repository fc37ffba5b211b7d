package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.ejb.provisioning.approval.ApprovalRepository;
import dev.muster.ejb.provisioning.credential.DeviceLocks;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.Selection;
import dev.muster.ejb.shared.event.Audited;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Lets a manager allow that a device's next valid proof gives it new credentials, for example after a reset or a
 * repair. This overrides the policy for second proofs and includes literal proofs. The old credentials are valid until
 * that proof.
 */
@Stateless
public class ReprovisioningService {

    @Inject
    private DeviceLocks locks;

    @Inject
    private ApprovalRepository approvals;

    @Inject
    private DatabaseTime time;

    /**
     * Allows it for one device. A second call changes nothing. If the device waits for an approval, this approves it.
     *
     * @throws ProblemException {@code not-found}
     */
    @Audited(EventKind.REPROVISIONING_CHANGED)
    public Device allow(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganization(organizationId);
        return allow(locks.lock(organizationId, deviceId), caller, time.now());
    }

    /**
     * Like {@link #allow(Caller, UUID, UUID)}, for many devices.
     *
     * @param deviceIds at most 500
     * @return the ids of the organization's devices; other ids are ignored
     * @throws ProblemException {@code validation-failed} if there are none, or more than 500
     */
    @Audited(EventKind.REPROVISIONING_CHANGED)
    public Set<UUID> allowAll(Caller caller, UUID organizationId, Collection<UUID> deviceIds) {
        caller.requireOrganization(organizationId);
        Selection.require(deviceIds);
        Instant now = time.now();
        var found = locks.lock(organizationId, deviceIds);
        found.values().forEach(device -> allow(device, caller, now));
        return found.keySet();
    }

    private Device allow(Device device, Caller caller, Instant now) {
        device.allowReprovisioning(now);
        approvals
                .ofDevice(device.id())
                .filter(ApprovalRequest::isPending)
                .ifPresent(request -> request.approve(caller.userId(), now));
        return device;
    }

    /**
     * Withdraws a permission that was not used yet. After that only the policy decides.
     *
     * @throws ProblemException {@code not-found}
     */
    @Audited(EventKind.REPROVISIONING_CHANGED)
    public Device disallow(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganization(organizationId);
        Device device = locks.lock(organizationId, deviceId);
        device.disallowReprovisioning();
        return device;
    }
}
