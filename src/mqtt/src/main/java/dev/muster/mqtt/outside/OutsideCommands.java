package dev.muster.mqtt.outside;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult.Mqtt5Qos1Result;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.domain.shared.CountedLine;
import dev.muster.ejb.command.CommandDeliveryService;
import dev.muster.ejb.command.OutgoingCommand;
import dev.muster.ejb.shared.DatabaseUnavailable;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends commands to the broker. The broker's answer says whether somebody has subscribed: then the command is delivered, as
 * far as Muster can know. Otherwise it stays queued. If the connection breaks before the answer, the command is taken from the
 * database again, unless it has expired or was withdrawn.
 */
final class OutsideCommands {

    private static final Logger LOG = Logger.getLogger(OutsideCommands.class.getName());

    private final CommandDeliveryService commands;
    private final OutsideClient client;
    private final Executor workers;
    private final CountedLine refused = new CountedLine(System::nanoTime);

    /** Sent, and not answered by the broker. */
    private final AtomicInteger sent = new AtomicInteger();

    /** @param workers run what opens transactions; they refuse it if too much waits */
    OutsideCommands(CommandDeliveryService commands, OutsideClient client, Executor workers) {
        this.commands = commands;
        this.client = client;
        this.workers = workers;
    }

    /** Sends what waits. To be called every second, while the broker is connected. It never throws. */
    void send() {
        if (sent.get() > 0) {
            return; // the broker is slow
        }
        try {
            commands.claim().forEach(command -> send(command, command.keys()));
        } catch (RuntimeException e) {
            if (!DatabaseUnavailable.causes(e)) {
                LOG.log(Level.WARNING, "Commands for devices cannot be read from the database", e);
            }
        }
    }

    /** By the first of these keys of the device that has a subscriber. */
    private void send(OutgoingCommand command, List<String> keys) {
        sent.incrementAndGet();
        client.deliver(DeviceTopic.COMMANDS.name(keys.getFirst()), command.message(), command.expiry())
                .whenComplete((result, failure) -> {
                    sent.decrementAndGet();
                    if (failure != null) {
                        note(failure.getMessage());
                    } else if (isTaken(result)) {
                        delivered(command);
                    } else if (keys.size() > 1) {
                        send(command, keys.subList(1, keys.size()));
                    }
                });
    }

    private static boolean isTaken(Mqtt5PublishResult result) {
        return result instanceof Mqtt5Qos1Result answer
                && answer.getPubAck().getReasonCode() == Mqtt5PubAckReasonCode.SUCCESS;
    }

    private void delivered(OutgoingCommand command) {
        try {
            workers.execute(() -> {
                try {
                    commands.delivered(command);
                } catch (RuntimeException e) {
                    note(e.getMessage());
                }
            });
        } catch (RejectedExecutionException busy) {
            note("the server is overloaded"); // the command comes again
        }
    }

    private void note(String reason) {
        refused.note()
                .ifPresent(count -> LOG.log(
                        Level.WARNING,
                        "Commands that are not sent, or not noted as delivered ({0} since this was last said): {1}",
                        new Object[] {count, reason}));
    }
}
