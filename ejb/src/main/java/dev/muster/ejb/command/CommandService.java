package dev.muster.ejb.command;

import dev.muster.domain.command.DeviceCommand;
import dev.muster.domain.command.NewCommand;
import dev.muster.domain.device.Device;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends commands to an organization's devices. A command waits in the database until its device takes it. */
@Stateless
public class CommandService {

    @Inject
    private DeviceRepository devices;

    @Inject
    private CommandRepository commands;

    @Inject
    private ActLog acts;

    @Inject
    private DatabaseTime time;

    /**
     * Queues a command for the device.
     *
     * @throws ProblemException {@code not-found}
     * @throws ProblemException {@code validation-failed} if the time is not in the future, or more than 30 days from now
     * @throws ProblemException {@code quota-reached} if 100 commands wait for the device
     */
    @Audited(EventKind.COMMAND_SENT)
    public SentCommand send(Caller caller, UUID organizationId, UUID deviceId, NewCommand wanted) {
        caller.requireOrganization(organizationId);
        // The lock keeps the number of waiting commands, and their order, right if two managers send at the same time
        Device device =
                devices.lock(devices.get(organizationId, deviceId).id()).orElseThrow(ProblemException::notFound);
        Instant now = time.now();
        if (commands.queued(List.of(deviceId), now).getOrDefault(deviceId, 0L) >= DeviceCommand.MOST_QUEUED) {
            throw DeviceCommand.tooMany();
        }
        return SentCommand.of(queue(caller, device, wanted, now), now);
    }

    /**
     * Queues a command for each of these devices for which fewer than 100 wait. A device that has a command of the same
     * request gets no second one.
     *
     * @param locked devices of the organization, which the caller has locked
     * @return the ids of the devices that have the command now
     * @throws ProblemException {@code validation-failed} as for one device
     */
    @Audited(EventKind.COMMAND_SENT)
    public Set<UUID> sendAll(Caller caller, UUID organizationId, Collection<Device> locked, NewCommand wanted) {
        caller.requireOrganization(organizationId);
        List<UUID> ids = locked.stream().map(Device::id).toList();
        if (ids.isEmpty()) {
            return Set.of();
        }
        Instant now = time.now();
        Set<UUID> done = new HashSet<>(commands.ofRequest(ids, wanted.requestId()));
        Map<UUID, Long> queued = commands.queued(ids, now);
        for (Device device : locked) {
            if (!done.contains(device.id()) && queued.getOrDefault(device.id(), 0L) < DeviceCommand.MOST_QUEUED) {
                queue(caller, device, wanted, now);
                done.add(device.id());
            }
        }
        return done;
    }

    private DeviceCommand queue(Caller caller, Device device, NewCommand wanted, Instant now) {
        DeviceCommand command = new DeviceCommand(device, wanted, caller.userId(), now);
        commands.add(command);
        record(Act.COMMAND_SENT, caller, command, device.organization().id());
        return command;
    }

    /**
     * The commands of the device, the newest first.
     *
     * @param search a part of their JSON, without regard to case; null or blank finds all
     * @throws ProblemException {@code not-found}
     */
    public Page<SentCommand> list(
            Caller caller, UUID organizationId, UUID deviceId, @Nullable String search, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        devices.get(organizationId, deviceId);
        Instant now = time.now();
        return commands.list(deviceId, new SearchText(search), request).map(command -> SentCommand.of(command, now));
    }

    /**
     * Takes a command back that waits. If the device is connected, it may have got the command a moment before.
     *
     * @throws ProblemException {@code not-found}
     * @throws ProblemException {@code conflict} if the command is delivered or expired
     */
    @Audited(EventKind.COMMAND_WITHDRAWN)
    public void withdraw(Caller caller, UUID organizationId, UUID deviceId, UUID commandId) {
        caller.requireOrganization(organizationId);
        devices.get(organizationId, deviceId);
        DeviceCommand command = commands.lock(deviceId, commandId);
        command.requireQueued(time.now());
        commands.remove(command);
        record(Act.COMMAND_WITHDRAWN, caller, command, organizationId);
    }

    /** Names the command, and not what it says. */
    private void record(Act act, Caller caller, DeviceCommand command, UUID organizationId) {
        acts.record(LoggedAct.of(act, caller)
                .organization(organizationId)
                .object("device", command.deviceId())
                .with("command", command.id().toString()));
    }
}
