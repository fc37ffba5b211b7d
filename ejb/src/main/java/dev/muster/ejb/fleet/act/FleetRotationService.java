package dev.muster.ejb.fleet.act;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.CredentialService;
import dev.muster.ejb.fleet.DevicePosition;
import dev.muster.ejb.fleet.DeviceSearchRepository;
import dev.muster.ejb.provisioning.credential.DeviceLocks;
import dev.muster.ejb.provisioning.credential.RotationOutcome;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.Selection;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives new credentials to many devices: to devices that a manager has selected, or to all that match a search, part by
 * part. Only the caller learns the secrets, once; nothing is kept.
 */
@Stateless
public class FleetRotationService {

    @Inject
    private DeviceSearchRepository search;

    @Inject
    private DeviceLocks locks;

    @Inject
    private CredentialService credentials;

    @Inject
    private DatabaseTime time;

    /**
     * Gives new credentials to these devices: to all that can have them, or to none if something fails.
     *
     * @param deviceIds at most 500
     * @return the outcome for each id, in their order
     * @throws ProblemException {@code validation-failed} if there are none, or more than 500
     */
    public List<RotatedDevice> rotate(Caller caller, UUID organizationId, Collection<UUID> deviceIds) {
        caller.requireOrganization(organizationId);
        Selection.require(deviceIds);
        Map<UUID, Device> locked = locks.lock(organizationId, deviceIds);
        Instant now = time.now();
        return deviceIds.stream()
                .map(id -> locked.containsKey(id)
                        ? rotate(caller, organizationId, locked.get(id), now)
                        : RotatedDevice.notFound(id))
                .toList();
    }

    /**
     * The same for the next devices that match a search, newest first.
     *
     * @param after the position of the last device of the part before; at first a position without an id
     */
    public FleetPart<RotatedDevice> next(
            Caller caller, UUID organizationId, DeviceFilter filter, DevicePosition after) {
        caller.requireOrganization(organizationId);
        List<Device> part = search.after(organizationId, filter, after, FleetPart.SIZE);
        if (part.isEmpty()) {
            return new FleetPart<>(List.of(), null);
        }
        DevicePosition last = DevicePosition.of(part.getLast());
        List<RotatedDevice> results =
                rotate(caller, organizationId, part.stream().map(Device::id).toList());
        return new FleetPart<>(results, part.size() < FleetPart.SIZE ? null : last);
    }

    private RotatedDevice rotate(Caller caller, UUID organizationId, Device device, Instant now) {
        return device.status(now) == DeviceStatus.INVALIDATED
                ? result(device, RotationOutcome.DEVICE_INVALIDATED, null)
                : result(device, RotationOutcome.ROTATED, credentials.rotate(caller, organizationId, device.id()));
    }

    private static RotatedDevice result(
            Device device, RotationOutcome outcome, ProvisioningOutcome.@Nullable Credentials made) {
        return new RotatedDevice(device.id(), device.uniqueIdentifier(), device.name(), outcome, made);
    }
}
