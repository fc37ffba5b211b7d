package dev.muster.mqtt.channel;

import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.ejb.command.WaitingCommand;
import dev.muster.ejb.shared.DatabaseUnavailable;
import dev.muster.mqtt.command.CommandDesk;
import dev.muster.mqtt.command.CommandReceiver;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends the commands that wait for the device of one connection, the oldest first, and notes what the device acknowledges. In
 * one session each command is sent once (MQTT 5.0 section 4.4). What is not acknowledged is sent in the next session. All
 * methods are called on the event loop of the connection, except those of {@link CommandReceiver}.
 */
final class CommandLane implements CommandReceiver {

    /** How many commands are on their way to the device: not acknowledged, or with QoS 0 not written. */
    private static final int WINDOW = 8;

    private static final int PACKET_IDS = 65_535;

    private static final Logger LOG = Logger.getLogger(CommandLane.class.getName());

    private final CommandDesk desk;
    private final UUID deviceId;
    private final DeviceLine line;
    private final Executor eventLoop;

    /** The commands on their way, by the ids of their packets. */
    private final Map<Integer, UUID> sent = new HashMap<>();

    /** Acknowledged, and not noted in the database yet. */
    private final Set<UUID> acknowledged = new LinkedHashSet<>();

    /** Of the last command that was sent, or left out because it is too long for the device. */
    private long last;

    private int packetId;
    private int qos;
    private boolean isOpen;
    private boolean isMore;
    private boolean isAsking;

    private volatile boolean behind;

    CommandLane(CommandDesk desk, UUID deviceId, DeviceLine line, Executor eventLoop) {
        this.desk = desk;
        this.deviceId = deviceId;
        this.line = line;
        this.eventLoop = eventLoop;
    }

    /** The device has subscribed its commands: what waits is sent. @param granted QoS 0 or 1 */
    void open(int granted) {
        qos = granted;
        isOpen = true;
        isMore = true;
        desk.receivers().add(this);
        work();
    }

    /** Nothing more is sent. What the device acknowledges is still noted. */
    void close() {
        isOpen = false;
        desk.receivers().remove(this);
    }

    /** PUBACK. A device that refuses a command by its reason code has got it, too. */
    void acknowledge(int id) {
        UUID command = sent.remove(id);
        if (command != null) {
            acknowledged.add(command);
            work();
        }
    }

    @Override
    public UUID deviceId() {
        return deviceId;
    }

    @Override
    public boolean isBehind() {
        return behind;
    }

    @Override
    public void newest(long number) {
        eventLoop.execute(() -> {
            isMore |= number > last;
            work();
        });
    }

    private int room() {
        return isOpen && isMore && line.isReady()
                ? Math.max(0, Math.min(WINDOW, line.connect().limits().messages()) - sent.size())
                : 0;
    }

    /** Asks the database on another thread, one question at a time. */
    private void work() {
        int room = room();
        if (isAsking || room == 0 && acknowledged.isEmpty()) {
            return;
        }
        isAsking = true;
        isMore &= room == 0; // what is told from now on is newer than the question
        List<UUID> noted = List.copyOf(acknowledged);
        long after = last;
        try {
            CompletableFuture.supplyAsync(() -> desk.commands().next(deviceId, noted, after, room), desk.workers())
                    .whenComplete((next, failure) -> eventLoop.execute(() -> answer(noted, room, next, failure)));
        } catch (RejectedExecutionException busy) {
            isAsking = false;
            isMore |= room > 0;
            behind = true;
        }
    }

    private void answer(List<UUID> noted, int room, List<WaitingCommand> next, Throwable failure) {
        isAsking = false;
        behind = failure != null;
        if (failure != null) {
            isMore |= room > 0;
            if (!DatabaseUnavailable.causes(failure)) {
                LOG.log(Level.WARNING, "Commands for a device cannot be read", failure);
            }
            return;
        }
        noted.forEach(acknowledged::remove);
        isMore |= room > 0 && next.size() == room;
        next.forEach(this::send);
        work();
    }

    private void send(WaitingCommand command) {
        if (!isOpen) {
            isMore = true; // if the device subscribes again, this command is the next one
            return;
        }
        last = command.number();
        int id = nextPacketId();
        // With QoS 0 nothing else tells that the device has the command
        Runnable written = qos == 0 ? () -> acknowledge(id) : () -> {};
        if (line.publish(DeviceTopic.COMMANDS, command.message(), qos, id, written)) {
            sent.put(id, command.id());
        }
    }

    private int nextPacketId() {
        do {
            packetId = packetId % PACKET_IDS + 1;
        } while (sent.containsKey(packetId));
        return packetId;
    }
}
