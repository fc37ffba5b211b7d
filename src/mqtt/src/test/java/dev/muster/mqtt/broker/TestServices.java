package dev.muster.mqtt.broker;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.telemetry.intake.AcceptedTelemetry;
import dev.muster.ejb.telemetry.intake.TelemetryIntake;
import dev.muster.mqtt.channel.MqttServices;
import dev.muster.mqtt.command.CommandDesk;
import dev.muster.mqtt.command.CommandReceivers;
import dev.muster.mqtt.connect.Admission;
import dev.muster.mqtt.connect.Admissions;
import dev.muster.mqtt.connect.Arrival;
import dev.muster.mqtt.connect.Refusal;
import dev.muster.mqtt.connect.Refusals;
import dev.muster.mqtt.problem.Problem;
import dev.muster.mqtt.session.MqttSessions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** The application behind the broker: it admits who has the password "right", and the test answers messages. */
final class TestServices {

    /** A message that the test answers. */
    record Sent(String body, CompletableFuture<AcceptedTelemetry> answer) {

        void keep() {
            answer.complete(new AcceptedTelemetry(1, 0));
        }
    }

    /** The user name of a device that gets the answer to a first proof. */
    static final String FIRST = "F";

    static final String RESPONSE = "{\"deviceId\":\"" + "x".repeat(100) + "\"}";

    static final UUID DEVICE = UUID.fromString("00000000-0000-0000-0000-000000000001");

    final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    final MqttSessions sessions = new MqttSessions();
    final TestCommands commands = new TestCommands();
    final CommandReceivers receivers = new CommandReceivers();

    MqttServices services() {
        return new MqttServices(
                new Doorman(),
                new Sentences(),
                new Intake(),
                sessions,
                new CommandDesk(commands, receivers, work -> new Thread(work).start()),
                command -> new Thread(command).start(),
                Clock.systemUTC());
    }

    private static final class Doorman extends Admissions {
        @Override
        public Admission admit(Arrival arrival) {
            if (!new String(arrival.password(), StandardCharsets.UTF_8).equals("right")) {
                throw new ProblemException(ProblemCode.UNAUTHENTICATED, "wrong");
            }
            DeviceLogin login = new DeviceLogin.Token(arrival.userName(), "right");
            return new Admission(
                    new Admission.Identity(
                            DEVICE,
                            arrival.userName(),
                            arrival.userName(),
                            login,
                            Clock.systemUTC().instant()),
                    arrival.userName().equals(FIRST) ? RESPONSE : null);
        }
    }

    private static final class Sentences extends Refusals {
        @Override
        public Refusal of(Throwable thrown, String source) {
            return new Refusal(Problem.of(thrown), Clock.systemUTC().instant(), "n1", 5L);
        }
    }

    private final class Intake extends TelemetryIntake {
        @Override
        public CompletionStage<AcceptedTelemetry> take(DeviceLogin login, byte[] body) {
            Sent message = new Sent(new String(body, StandardCharsets.UTF_8), new CompletableFuture<>());
            sent.add(message);
            return message.answer();
        }
    }
}
