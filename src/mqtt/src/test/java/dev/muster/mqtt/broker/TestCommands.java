package dev.muster.mqtt.broker;

import dev.muster.ejb.command.CommandDeliveryService;
import dev.muster.ejb.command.WaitingCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The commands of one device, without a database. */
final class TestCommands extends CommandDeliveryService {

    /** What the device has acknowledged. */
    final BlockingQueue<UUID> delivered = new LinkedBlockingQueue<>();

    private final List<WaitingCommand> waiting = new ArrayList<>();

    private long number;
    private boolean isAway;

    synchronized UUID add(String message) {
        WaitingCommand command = new WaitingCommand(UUID.randomUUID(), ++number, message);
        waiting.add(command);
        return command.id();
    }

    synchronized void clear() {
        waiting.clear();
        delivered.clear();
    }

    /** Whether the database is away. */
    synchronized void away(boolean away) {
        isAway = away;
    }

    @Override
    public synchronized Map<UUID, Long> newest(Collection<UUID> deviceIds) {
        return waiting.isEmpty()
                ? Map.of()
                : Map.of(TestServices.DEVICE, waiting.getLast().number());
    }

    @Override
    public synchronized List<WaitingCommand> next(UUID deviceId, Collection<UUID> acknowledged, long after, int limit) {
        if (isAway) {
            throw new IllegalStateException("The database is away");
        }
        acknowledged.forEach(id -> {
            waiting.removeIf(command -> command.id().equals(id));
            delivered.add(id);
        });
        return waiting.stream()
                .filter(command -> command.number() > after)
                .limit(limit)
                .toList();
    }
}
