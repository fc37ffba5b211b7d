package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.provisioning.approval.ApprovalRepository;
import dev.muster.ejb.provisioning.credential.DeviceLocks;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.Selection;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * A device that was reset or repaired has lost its credentials: its organization's manager allows that one more valid proof
 * gives it new ones, whatever the policy, and in the literal form, too. The old ones live until that proof.
 */
@Stateless
public class ReprovisioningService {

    @Inject
    private DeviceLocks held;

    @Inject
    private ApprovalRepository approvals;

    @Inject
    private DatabaseTime time;

    /**
     * Allows it for one device; a second time changes nothing. Where the device waits for an approval, this is one.
     *
     * @throws ProblemException {@code not-found}
     */
    public Device allow(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganization(organizationId);
        return allow(held.lock(organizationId, deviceId), caller, time.now());
    }

    /**
     * Allows it for many, as {@link #allow(Caller, UUID, UUID)}.
     *
     * @param deviceIds at most 500
     * @return those that are the organization's; the others do not exist
     * @throws ProblemException {@code validation-failed} where there are none, or more
     */
    public Set<UUID> allowAll(Caller caller, UUID organizationId, Collection<UUID> deviceIds) {
        caller.requireOrganization(organizationId);
        Selection.require(deviceIds);
        Instant now = time.now();
        var found = held.lock(organizationId, deviceIds);
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
     * Takes back what was allowed and not used yet; the policy alone decides again.
     *
     * @throws ProblemException {@code not-found}
     */
    public Device disallow(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganization(organizationId);
        Device device = held.lock(organizationId, deviceId);
        device.disallowReprovisioning();
        return device;
    }
}
