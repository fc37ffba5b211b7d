package dev.muster.ejb.command;

import dev.muster.domain.command.DeviceCommand;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the server sends to devices, and what they, or a broker outside, have acknowledged. */
@Access(Rule.SYSTEM)
@Stateless
public class CommandDeliveryService {

    /** A broker outside says that nobody has subscribed: then the command waits this long. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** A device that asks whether it may subscribe its commands has subscribed them after this time. */
    private static final Duration SUBSCRIBING = Duration.ofSeconds(2);

    /** Commands that one server takes together. */
    private static final int AT_ONCE = 256;

    @Inject
    private CommandRepository commands;

    @Inject
    private DatabaseTime time;

    /**
     * For which of these devices commands wait.
     *
     * @return by device the number of its newest waiting command
     */
    public Map<UUID, Long> newest(Collection<UUID> deviceIds) {
        return commands.newest(deviceIds, time.now());
    }

    /**
     * Notes what the device has acknowledged, and finds what to send next.
     *
     * @param acknowledged ids of its commands; may be empty
     * @param after only commands with higher numbers: those before were sent in this session
     * @param limit how many at most; 0 for none
     * @return the oldest first
     */
    public List<WaitingCommand> next(UUID deviceId, Collection<UUID> acknowledged, long after, int limit) {
        Instant now = time.now();
        if (!acknowledged.isEmpty()) {
            commands.markDelivered(deviceId, acknowledged, now);
        }
        return limit == 0
                ? List.of()
                : commands.next(deviceId, after, limit, now).stream()
                        .map(WaitingCommand::of)
                        .toList();
    }

    /**
     * Takes commands that this server sends over a broker outside: the oldest one of each device. Each is taken again
     * after a minute, by whichever server, unless it is noted as delivered.
     */
    public List<OutgoingCommand> claim() {
        Instant now = time.now();
        List<DeviceCommand> claimed = commands.claim(AT_ONCE, now.minus(PAUSE), now);
        Map<UUID, List<String>> keys =
                commands.keys(claimed.stream().map(DeviceCommand::deviceId).toList());
        return claimed.stream()
                .filter(command -> keys.containsKey(command.deviceId()))
                .map(command -> new OutgoingCommand(
                        command.id(),
                        command.deviceId(),
                        keys.getOrDefault(command.deviceId(), List.of()),
                        command.message(),
                        Duration.between(now, command.expiresAt())))
                .toList();
    }

    /** A broker outside has taken the command for the device. */
    public void delivered(OutgoingCommand command) {
        commands.markDelivered(command.deviceId(), List.of(command.id()), time.now());
    }

    /** The device is about to subscribe its commands: those that found no subscriber are tried again soon. */
    public void expect(UUID deviceId) {
        commands.setTried(deviceId, time.now().minus(PAUSE).plus(SUBSCRIBING));
    }
}
