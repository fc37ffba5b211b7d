package dev.muster.ejb.fleet.act;

import dev.muster.domain.command.NewCommand;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.command.CommandService;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.device.DeviceService;
import dev.muster.ejb.fleet.CredentialService;
import dev.muster.ejb.fleet.DeviceGroups;
import dev.muster.ejb.fleet.DevicePosition;
import dev.muster.ejb.fleet.DeviceSearchRepository;
import dev.muster.ejb.fleet.act.ActResult.Outcome;
import dev.muster.ejb.provisioning.ReprovisioningService;
import dev.muster.ejb.provisioning.credential.DeviceLocks;
import dev.muster.ejb.shared.Selection;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Does one thing to many devices: to devices that a manager has selected, or to all that match a search, part by part.
 * Each part is a transaction of its own; whoever asks for the parts may stop after any of them. Each device is changed as
 * if it were the only one, and is recorded so.
 */
@Stateless
public class FleetActService {

    @Inject
    private DeviceSearchRepository search;

    @Inject
    private DeviceRepository devices;

    @Inject
    private DeviceLocks locks;

    @Inject
    private DeviceService deletion;

    @Inject
    private CredentialService credentials;

    @Inject
    private DeviceModelService models;

    @Inject
    private ReprovisioningService reprovisioning;

    @Inject
    private DeviceGroups groups;

    @Inject
    private CommandService commands;

    /**
     * Does it to these devices.
     *
     * @param deviceIds at most 500
     * @return the result for each id, in their order
     * @throws ProblemException {@code validation-failed} if there are none, or more than 500
     * @throws ProblemException {@code not-found} if the act names a data model or an application that does not exist
     */
    public List<ActResult> run(Caller caller, UUID organizationId, FleetAct act, Collection<UUID> deviceIds) {
        caller.requireOrganization(organizationId);
        Selection.require(deviceIds);
        Map<UUID, Device> named = devices.named(organizationId, deviceIds).stream()
                .collect(Collectors.toMap(Device::id, Function.identity()));
        Map<UUID, Outcome> outcomes = change(caller, organizationId, act, deviceIds);
        return deviceIds.stream()
                .map(id -> ActResult.of(id, named.get(id), outcomes.getOrDefault(id, Outcome.NOT_FOUND)))
                .toList();
    }

    /**
     * Does it to the next devices that match a search, newest first.
     *
     * @param after the position of the last device of the part before; at first a position without an id
     * @throws ProblemException {@code not-found} if the act names a data model that does not exist
     */
    public FleetPart<ActResult> next(
            Caller caller, UUID organizationId, FleetAct act, DeviceFilter filter, DevicePosition after) {
        caller.requireOrganization(organizationId);
        List<Device> part = search.after(organizationId, filter, after, FleetPart.SIZE);
        if (part.isEmpty()) {
            return new FleetPart<>(List.of(), null);
        }
        DevicePosition last = DevicePosition.of(part.getLast());
        List<ActResult> results =
                run(caller, organizationId, act, part.stream().map(Device::id).toList());
        return new FleetPart<>(results, part.size() < FleetPart.SIZE ? null : last);
    }

    /** Returns what became of the devices that were found. */
    private Map<UUID, Outcome> change(Caller caller, UUID organizationId, FleetAct act, Collection<UUID> ids) {
        return switch (act.kind()) {
            case ALLOW_REPROVISIONING -> done(reprovisioning.allowAll(caller, organizationId, ids));
            case SUSPEND -> each(organizationId, ids, id -> credentials.suspend(caller, organizationId, id));
            case RESUME -> each(organizationId, ids, id -> credentials.resume(caller, organizationId, id));
            case ASSIGN_MODEL ->
                each(organizationId, ids, id -> models.assign(caller, organizationId, id, act.targetId()));
            case ADD_TO_APPLICATION ->
                all(organizationId, ids, found -> groups.add(organizationId, act.targetId(), found));
            case REMOVE_FROM_APPLICATION ->
                all(organizationId, ids, found -> groups.remove(organizationId, act.targetId(), found));
            case SEND_COMMAND -> send(caller, organizationId, Objects.requireNonNull(act.command()), ids);
            case DELETE -> each(organizationId, ids, id -> deletion.delete(caller, organizationId, id));
        };
    }

    private Map<UUID, Outcome> send(Caller caller, UUID organizationId, NewCommand command, Collection<UUID> ids) {
        Map<UUID, Device> found = locks.lock(organizationId, ids);
        Set<UUID> sent = commands.sendAll(caller, organizationId, found.values(), command);
        return found.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> sent.contains(id) ? Outcome.DONE : Outcome.QUEUE_FULL));
    }

    private static Map<UUID, Outcome> done(Set<UUID> found) {
        return found.stream().collect(Collectors.toMap(Function.identity(), id -> Outcome.DONE));
    }

    /** The same for a change of all of them together. */
    private Map<UUID, Outcome> all(UUID organizationId, Collection<UUID> ids, Consumer<Set<UUID>> change) {
        Set<UUID> found = Set.copyOf(locks.lock(organizationId, ids).keySet());
        change.accept(found);
        return done(found);
    }

    /** All are locked first, always in the same order: two managers who change the same devices wait for each other. */
    private Map<UUID, Outcome> each(UUID organizationId, Collection<UUID> ids, Consumer<UUID> change) {
        return all(organizationId, ids, found -> found.forEach(change));
    }
}
