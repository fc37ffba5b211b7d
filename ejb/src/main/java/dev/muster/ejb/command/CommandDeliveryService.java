package dev.muster.ejb.command;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the server sends to devices that are connected, and what they have acknowledged. */
@Access(Rule.SYSTEM)
@Stateless
public class CommandDeliveryService {

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
}
