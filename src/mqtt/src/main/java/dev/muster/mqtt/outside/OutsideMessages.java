package dev.muster.mqtt.outside;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.domain.mqtt.OutsideTopic;
import dev.muster.domain.mqtt.PublishReason;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.telemetry.intake.TelemetryIntake;
import dev.muster.mqtt.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The messages that the broker has sent and Muster has not acknowledged. A message is acknowledged after its commit, or
 * when it is refused. If the database is away, the message waits here and is tried again; the broker sends no more than
 * {@link #AT_ONCE} messages meanwhile. The client acknowledges in the order in which the messages came, so one that waits
 * keeps back the acknowledgements of those after it. A message of QoS 0 does not wait: the broker would send more and more
 * of them. All methods may be called on any thread.
 */
final class OutsideMessages {

    /** Receive Maximum (MQTT 5.0 section 3.1.2.11.3). Each has at most 1 MiB. */
    static final int AT_ONCE = 128;

    /** How often a message is tried that fails for no reason that passes. */
    private static final int MAX_TRIES = 60;

    private static final Logger LOG = Logger.getLogger(OutsideMessages.class.getName());

    /**
     * @param connection by which it came: the broker sends it again over the next one
     * @param tries how often it has failed
     */
    private record Message(
            Mqtt5Publish publish, String key, DeviceLogin login, byte[] body, long connection, int tries) {

        Message failed() {
            return new Message(publish, key, login, body, connection, tries + 1);
        }
    }

    private final TelemetryIntake intake;
    private final BiConsumer<String, String> errors;
    private final Clock clock;
    private final RefusedMessages refused = new RefusedMessages();

    /** What the database could not take, each until its next try. */
    private final Set<Message> held = ConcurrentHashMap.newKeySet();

    private volatile long connection;

    /** @param errors sends a text to a topic */
    OutsideMessages(TelemetryIntake intake, BiConsumer<String, String> errors, Clock clock) {
        this.intake = intake;
        this.errors = errors;
        this.clock = clock;
    }

    /** Takes a message from the broker. Nothing that it has in it makes it throw: then no further message would come. */
    void take(Mqtt5Publish publish) {
        try {
            Optional<OutsideTopic> topic = OutsideTopic.of(publish.getTopic().toString())
                    .filter(known -> known.topic() == DeviceTopic.TELEMETRY);
            byte[] body = publish.getPayloadAsBytes();
            if (topic.isEmpty() || body.length > MqttLimits.MAX_PACKET_BYTES) {
                refused.note(topic.isEmpty() ? "not a device's topic" : "too long");
                publish.acknowledge();
                return;
            }
            String key = topic.get().key();
            keep(new Message(publish, key, DeviceLogin.vouched(key), body, connection, 0));
        } catch (ProblemException nobody) {
            refused.note(nobody.code().code());
            publish.acknowledge();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A message of the broker cannot be taken", e);
            publish.acknowledge();
        }
    }

    private void keep(Message message) {
        try {
            intake.take(message.login, message.body).whenComplete((kept, failure) -> settle(message, failure));
        } catch (RuntimeException refusedAtOnce) {
            settle(message, refusedAtOnce);
        }
    }

    private void settle(Message message, Throwable failure) {
        if (failure == null) {
            message.publish.acknowledge();
            return;
        }
        Problem problem = Problem.of(failure);
        if (message.publish.getQos() != MqttQos.AT_MOST_ONCE && isWorthATry(problem.code(), message.tries)) {
            hold(message.failed());
            return;
        }
        refuse(message, problem, failure);
        message.publish.acknowledge();
    }

    /** A fault of ours may be one of the database that nobody has thought of. */
    private static boolean isWorthATry(ProblemCode code, int tries) {
        return code == ProblemCode.UNAVAILABLE
                || code == ProblemCode.RATE_LIMITED
                || code == ProblemCode.INTERNAL_ERROR && tries < MAX_TRIES;
    }

    private void hold(Message message) {
        held.add(message);
        if (message.connection != connection) {
            letGo(message);
        }
    }

    private void refuse(Message message, Problem problem, Throwable failure) {
        refused.note(problem.code().code());
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            LOG.log(Level.SEVERE, "Unexpected: urn:uuid:" + problem.instance(), failure);
        }
        boolean counts = PublishReason.of(problem.code())
                .filter(reason -> reason.disconnect().isEmpty())
                .isPresent();
        if (counts) { // another device may have the topic of a key that does not count
            errors.accept(
                    DeviceTopic.ERRORS.name(message.key),
                    problem.toJson(clock.instant()).toString());
        }
    }

    /** Tries once what the database could not take. To be called every second. */
    void tryAgain() {
        for (Message message : List.copyOf(held)) { // what fails at once is held again, and must wait
            if (held.remove(message)) {
                keep(message);
            }
        }
    }

    /** The connection has ended: the broker sends all that is not acknowledged over the next connection. */
    void lost() {
        connection++;
        held.forEach(this::letGo);
    }

    /** The client only forgets it: no acknowledgement goes over another connection than the message came by. */
    private void letGo(Message message) {
        if (held.remove(message)) {
            message.publish.acknowledge();
        }
    }

    /** How many messages wait for the database. */
    int waiting() {
        return held.size();
    }
}
