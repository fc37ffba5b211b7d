package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.junit.jupiter.api.Test;

/** Two servers on one database: a device at the one gets what was sent at the other. */
class CommandServersIT {

    @Test
    void aCommandOfAnotherServerComesWithinASecond() throws Exception {
        MusterServer a = Database.POSTGRESQL.server();
        MusterServer b = Database.another();
        Fleet fleet = Fleet.create(a);
        fleet.enroll(ImportFile.of(1, 1));
        JsonObject device = SimulatedDevice.request(a.nobody(), Proof.fresh(fleet.newCertificate(), ImportFile.imei(1)))
                .expect(201)
                .json();
        JsonObject credentials = device.getJsonObject("credentials");
        String path = fleet.devicesPath() + "/" + device.getString("deviceId") + "/commands";
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        try (MqttClient client = MqttDevice.connect(
                b,
                MqttDevice.withoutCertificate(b),
                "",
                credentials.getString("accessKey"),
                credentials.getString("accessToken"))) {
            client.subscribe(
                    "c", 1, (topic, message) -> received.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
            for (int i = 1; i <= 3; i++) {
                long since = System.nanoTime();
                fleet.organization()
                        .post(path, "{\"data\":{\"n\":%d}}".formatted(i))
                        .expect(201);
                assertThat(received.poll(20, TimeUnit.SECONDS)).contains("\"n\":" + i);
                System.out.printf(
                        "a command of the other server came after %d ms%n",
                        Duration.ofNanos(System.nanoTime() - since).toMillis());
            }
            client.disconnect();
        }
    }
}
