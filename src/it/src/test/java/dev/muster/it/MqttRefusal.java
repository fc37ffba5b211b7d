package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MqttWire;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** What a CONNECT is refused with, as a raw client sees it (mqtt.md, Refusals). */
final class MqttRefusal {

    private final MusterServer server;
    private final SSLContext context;

    /** @param context of its TLS, with or without a certificate */
    MqttRefusal(MusterServer server, SSLContext context) {
        this.server = server;
        this.context = context;
    }

    /** Asserts that a CONNECT of the wrong form ends its connection. Only MQTT 5 says why. */
    void assertMalformed(String clientId, String user, byte[] password) throws IOException {
        assertEndsWithoutAnswer(clientId, user, password);
        assertThat(connect(MqttPacket.V5, clientId, user, password).toString()).isEqualTo("20 008100");
    }

    /** Asserts that MQTT 3.1 and 3.1.1 end the connection without a CONNACK (MQTT 3.1.1 section 3.1.4). */
    void assertEndsWithoutAnswer(String clientId, String user, byte[] password) throws IOException {
        for (int version : new int[] {MqttPacket.V311, MqttPacket.V31}) {
            try (MqttWire wire = MqttWire.tls(server, context)) {
                wire.send(MqttPacket.connect(version, clientId, user, password));
                assertThat(wire.read()).isEmpty();
            }
        }
    }

    /** A CONNACK, after which a refused connection has ended. @param user null if there is none; likewise the password */
    MqttPacket connect(int version, String clientId, String user, byte[] password) throws IOException {
        try (MqttWire wire = MqttWire.tls(server, context)) {
            MqttPacket answer = wire.send(MqttPacket.connect(version, clientId, user, password))
                    .next();
            assertThat(answer.type()).isEqualTo(MqttPacket.CONNACK);
            if (answer.code() != 0) {
                assertThat(wire.read()).isEmpty();
            }
            return answer;
        }
    }

    /**
     * Asserts that this is refused for all versions, with these codes.
     *
     * @param further user properties beside {@code instance} and {@code serverTime}
     * @return the properties of MQTT 5
     */
    Map<String, String> assertRefused(
            String user, String password, ProblemCode problem, int five, int three, String... further)
            throws IOException {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return assertRefused("", user, bytes, problem, five, three, further);
    }

    Map<String, String> assertRefused(
            String clientId, String user, byte[] password, ProblemCode problem, int five, int three, String... further)
            throws IOException {
        for (int version : new int[] {MqttPacket.V311, MqttPacket.V31}) {
            String id = version == MqttPacket.V31 && clientId.isEmpty() ? "any" : clientId;
            MqttPacket old = connect(version, id, user, password);
            assertThat(old.toString()).as(problem.code()).isEqualTo("20 00%02x", three);
        }
        return assertRefused5(clientId, user, password, problem, five, further);
    }

    /** Asserts that MQTT 5 refuses this. */
    Map<String, String> assertRefused5(
            String clientId, String user, byte[] password, ProblemCode problem, int five, String... further)
            throws IOException {
        MqttPacket answer = connect(MqttPacket.V5, clientId, user, password);
        Map<String, String> said = answer.properties();
        assertThat(said.get("reason")).isEqualTo(problem.code());
        assertThat(answer.code()).as(problem.code()).isEqualTo(five);
        assertThat(said.get("instance")).matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        long age = Instant.now().getEpochSecond() - Long.parseLong(said.get("serverTime"));
        assertThat(age).isBetween(-1L, 60L);
        assertThat(said.keySet()).contains("reason", "instance", "serverTime").hasSize(3 + further.length);
        assertThat(said.keySet()).containsAll(List.of(further));
        return said;
    }
}
