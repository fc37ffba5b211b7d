package dev.muster.mqtt.channel;

import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.domain.mqtt.PublishReason;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.mqtt.problem.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The messages of one connection that are not acknowledged yet. They are acknowledged in the order in which they came
 * (MQTT 5.0 section 4.6). All methods are called on the event loop of the connection, unless they say otherwise.
 */
final class TelemetryLane {

    private static final Logger LOG = Logger.getLogger(TelemetryLane.class.getName());

    /** MQTT 5.0 section 3.14.2.1; a DISCONNECT has no code "Server unavailable". */
    private static final int SERVER_BUSY = 0x89;

    /** QoS 0 has no id. */
    private static final int NO_ID = 0;

    /** A message on its way into the database. */
    private static final class Message {

        private final int packetId;
        private final int bytes;

        /** What its PUBACK says if nothing fails. */
        private final PublishReason reason;

        /** Written by the thread that completes it, before it goes into the queue of the completed ones. */
        private Throwable failure;

        private boolean done;

        private Message(int packetId, int bytes, PublishReason reason) {
            this.packetId = packetId;
            this.bytes = bytes;
            this.reason = reason;
        }
    }

    private final Deque<Message> messages = new ArrayDeque<>();

    /** What threads of the intake have completed since the event loop last looked. */
    private final Queue<Message> completed = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean willSettle = new AtomicBoolean();
    private final MqttServices services;
    private final DeviceLogin login;
    private final DeviceLine line;
    private final Executor eventLoop;
    private final Runnable room;

    private int bytes;

    /** @param room is called when there is room again */
    TelemetryLane(MqttServices services, DeviceLogin login, DeviceLine line, Executor eventLoop, Runnable room) {
        this.services = services;
        this.login = login;
        this.line = line;
        this.eventLoop = eventLoop;
        this.room = room;
    }

    /** Whether no further message may come before one is acknowledged. */
    boolean isFull() {
        return messages.size() >= MqttLimits.RECEIVE_MAXIMUM || bytes >= MqttLimits.MAX_PACKET_BYTES;
    }

    /** @param packetId 0 for a message with QoS 0, which is not acknowledged */
    void take(int packetId, byte[] body) {
        Message message = new Message(packetId, body.length, PublishReason.ACCEPTED);
        messages.add(message);
        bytes += body.length;
        try {
            services.telemetry().take(login, body).whenComplete((kept, failure) -> complete(message, failure));
        } catch (RuntimeException refusedAtOnce) {
            complete(message, refusedAtOnce);
        }
    }

    /** Refuses a message with QoS 1 when it is its turn. */
    void refuse(int packetId, PublishReason reason) {
        Message message = new Message(packetId, 0, reason);
        messages.add(message);
        complete(message, null);
    }

    /** On any thread. What a batch completes is acknowledged together, in one write to the network. */
    private void complete(Message message, Throwable failure) {
        message.failure = failure;
        completed.add(message);
        if (willSettle.compareAndSet(false, true)) {
            eventLoop.execute(this::settle);
        }
    }

    private void settle() {
        willSettle.set(false);
        for (Message message = completed.poll(); message != null; message = completed.poll()) {
            message.done = true;
        }
        while (!messages.isEmpty() && messages.peek().done) {
            Message first = messages.poll();
            bytes -= first.bytes;
            answer(first);
        }
        line.flush();
        room.run();
    }

    private void answer(Message message) {
        if (message.failure == null) {
            if (message.packetId != NO_ID) {
                line.acknowledge(message.packetId, message.reason.code(), null);
            }
            return;
        }
        Problem problem = Problem.of(message.failure);
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            LOG.log(Level.SEVERE, "Unexpected: urn:uuid:" + problem.instance(), message.failure);
        }
        Optional<PublishReason> reason = PublishReason.of(problem.code());
        if (reason.isEmpty()) {
            line.end(SERVER_BUSY); // not acknowledged, so the device sends it again
            return;
        }
        refuse(message, problem, reason.get());
    }

    private void refuse(Message message, Problem problem, PublishReason reason) {
        line.publish(
                DeviceTopic.ERRORS, problem.toJson(services.clock().instant()).toString());
        boolean ends = reason.disconnect().isPresent();
        if (message.packetId != NO_ID && (line.isVersion5() || !ends)) {
            line.acknowledge(message.packetId, reason.code(), PublishReason.text(problem.refusal()));
        }
        reason.disconnect().ifPresent(line::end);
    }
}
