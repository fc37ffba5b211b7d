package dev.muster.it;

import static dev.muster.testkit.RawMqttDevice.V311;
import static dev.muster.testkit.RawMqttDevice.V5;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.RawMqttDevice;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers on one database. A device is connected to the one; what happens at the other concerns its session, too. */
@TestMethodOrder(OrderAnnotation.class)
class MqttServersIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /**
     * The server looks twice a second, so a quiet machine needs less than one; the test prints how long it took. Without the look
     * a session would last for minutes.
     */
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(10);

    private static MusterServer a;
    private static MusterServer b;

    private MqttFleet device;

    /** What ends a session. */
    enum Act {
        REVOCATION {
            @Override
            void at(MusterServer server, MqttFleet device) {
                Fleet fleet = device.fleet();
                fleet.manufacturer()
                        .at(server)
                        .delete(fleet.certificatesPath() + "/" + device.proof().id())
                        .expect(204);
            }
        },
        ROTATION {
            @Override
            void at(MusterServer server, MqttFleet device) {
                manager(server, device).post(device.path() + "/credentials", "").expect(200);
            }
        },
        SUSPENSION_OF_DEVICE {
            @Override
            void at(MusterServer server, MqttFleet device) {
                manager(server, device).post(device.path() + "/suspend", "").expect(200);
            }
        },
        SUSPENSION_OF_ORGANIZATION {
            @Override
            void at(MusterServer server, MqttFleet device) {
                server.administratorByToken()
                        .patch(device.fleet().organizationPath(), "{\"suspended\":true}", null)
                        .expect(200);
            }
        };

        abstract void at(MusterServer server, MqttFleet device);

        private static ApiClient manager(MusterServer server, MqttFleet device) {
            return device.fleet().organization().at(server);
        }
    }

    @BeforeAll
    static void start() {
        a = Database.POSTGRESQL.server();
        b = Database.POSTGRESQL.start("sessions", Map.of());
    }

    @AfterAll
    static void end() {
        b.kill();
    }

    @BeforeEach
    void makeADevice() {
        device = MqttFleet.create(a);
    }

    @ParameterizedTest
    @EnumSource
    void anActEndsTheSessionOnEachServer(Act act) throws Exception {
        Duration here = timed(act, a, device);
        Duration there = timed(act, b, MqttFleet.create(a));
        System.out.printf(
                "%s ended a session of the same server after %d ms, of the other after %d ms%n",
                act, here.toMillis(), there.toMillis());
        assertThat(Stream.of(here, there)).allSatisfy(took -> assertThat(took).isLessThan(BUSY_MACHINE));
    }

    /** How long after the answer the session at {@link #a} ended. */
    private static Duration timed(Act act, MusterServer server, MqttFleet device) throws Exception {
        try (RawMqttDevice connection = device.connect(a, V5)) {
            act.at(server, device);
            long answered = System.nanoTime();
            assertThat(connection.read()).isEqualTo("e0 9800");
            Duration took = Duration.ofNanos(System.nanoTime() - answered);
            JsonObject session =
                    Await.until(SOON, device::session, seen -> seen != null && !MqttSessionIT.isConnected(seen));
            assertThat(session.getString("endReason")).isEqualTo("CREDENTIALS_ENDED");
            return took;
        }
    }

    @Test
    void aConnectionToTheOtherServerTakesOver() throws Exception {
        try (RawMqttDevice atA = device.connect(a, V5);
                RawMqttDevice atB = device.connect(b, V311)) {
            long begin = System.nanoTime();
            assertThat(atA.read()).isEqualTo("e0 8e00");
            System.out.printf(
                    "the other server took over after %d ms%n",
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            try (RawMqttDevice again = device.connect(a, V5)) {
                assertThat(atB.read()).as("MQTT 3.1.1 has no reason").isEmpty();
                assertThat(again.isAnswered()).isTrue();
                JsonObject session = Await.until(SOON, this::sessionAtB, MqttSessionIT::isConnected);
                assertThat(session.getString("protocol")).isEqualTo("MQTT 5");
            }
        }
        Await.until(SOON, this::sessionAtB, session -> !MqttSessionIT.isConnected(session));
    }

    private JsonObject sessionAtB() {
        return device.session(device.fleet().organization().at(b));
    }

    /** The last one: it leaves the server dead. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theDevicesOfAServerThatStopsOrDiesAreNotConnected() throws Exception {
        try (RawMqttDevice connection = device.connect(b, V5)) {
            assertThat(connection.isAnswered()).isTrue();
            Await.until(SOON, device::session, MqttSessionIT::isConnected);
            ProcessHandle.of(b.pid()).orElseThrow().destroy();
            assertThat(gone(SOON)).isEqualTo("SERVER_STOPPED");
        }
        Await.until(SOON, () -> ProcessHandle.of(b.pid()).isPresent(), running -> !running);
        b.launch();
        try (RawMqttDevice connection = device.connect(b, V5)) {
            assertThat(connection.isAnswered()).isTrue();
            Await.until(SOON, device::session, MqttSessionIT::isConnected);
            b.kill();
            long killed = System.nanoTime();
            assertThat(gone(SOON)).isEqualTo("SERVER_GONE");
            System.out.printf(
                    "the device of a killed server was shown as not connected after %d ms%n",
                    Duration.ofNanos(System.nanoTime() - killed).toMillis());
        }
        String open = "select count(*) from device_session where ended_at is null and device_id = '"
                + device.answer().getString("deviceId") + "'";
        Await.until(Duration.ofSeconds(90), () -> Database.postgres().value(open), "0"::equals);
    }

    private String gone(Duration patience) {
        return Await.until(patience, device::session, session -> !MqttSessionIT.isConnected(session))
                .getString("endReason");
    }
}
