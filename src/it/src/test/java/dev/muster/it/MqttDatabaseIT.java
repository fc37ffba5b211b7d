package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MqttWire;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL is stopped at once and started again while devices report over MQTT: what a PUBACK has acknowledged is there, and the
 * devices go on by themselves.
 */
class MqttDatabaseIT {

    private static final int STOPS = Integer.getInteger("muster.it.mqtt-stops", 1);

    private final MusterServer server = Database.POSTGRESQL.server();

    @Test
    void whatWasAcknowledgedSurvivesAStoppedDatabase() throws Exception {
        try (MqttLoad load = MqttLoad.on(server)) {
            for (int i = 0; i < STOPS; i++) {
                load.awaitMore();
                Database.postgres().stop();
                assertUnavailable(load.made().getFirst().getJsonObject("credentials"));
                load.pause();
                Database.postgres().start();
            }
            load.assertEverythingIsKeptOnce(STOPS + " stops of PostgreSQL");
        }
    }

    private void assertUnavailable(JsonObject credentials) throws IOException {
        MqttPacket five = answer(MqttPacket.V5, credentials);
        assertThat(five.code()).as(five.toString()).isEqualTo(0x88);
        assertThat(five.properties()).containsEntry("reason", "unavailable").containsKey("retryAfter");
        assertThat(answer(MqttPacket.V311, credentials).toString()).isEqualTo("20 0003");
    }

    private MqttPacket answer(int version, JsonObject credentials) throws IOException {
        try (MqttWire wire = MqttWire.tls(server)) {
            byte[] token = credentials.getString("accessToken").getBytes();
            return wire.send(MqttPacket.connect(version, "", credentials.getString("accessKey"), token))
                    .next();
        }
    }
}
