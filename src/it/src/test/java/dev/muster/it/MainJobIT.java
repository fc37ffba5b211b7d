package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The main job, end to end: a fleet is imported, its devices prove themselves, their telemetry is read back. */
@OnBothDatabases
class MainJobIT {

    private static final int ROWS = 1_000;
    private static final int DEVICES = 20;
    private static final long TS = Instant.now().toEpochMilli() - 60_000;

    @Parameter
    Database database;

    @TempDir
    Path directory;

    @Test
    void aThousandRowsAreEnrolledAndTwentyDevicesReport() throws Exception {
        MusterServer server = database.server();
        Fleet fleet = Fleet.create(server);
        importAThousandRows(fleet);
        Certificate certificate = fleet.newCertificate();
        List<SimulatedDevice> devices = new ArrayList<>();
        for (long serial = 1; serial <= DEVICES; serial++) {
            devices.add(provisionWithOpenssl(server, fleet, certificate, serial));
        }
        for (SimulatedDevice device : devices) {
            report(device);
        }
        for (SimulatedDevice device : devices) {
            assertReadBack(fleet, device);
        }
        assertThat(fleet.organization()
                        .get(fleet.devicesPath())
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(DEVICES);
    }

    private static void importAThousandRows(Fleet fleet) {
        JsonObject draft = fleet.upload(ImportFile.of(1, ROWS)).expect(201).json();
        assertThat(draft.getString("status")).isEqualTo("DRAFT");
        assertThat(draft.getInt("rows")).isEqualTo(ROWS);
        assertThat(draft.getInt("invalidCells")).isZero();
        Answer committed = fleet.commit(draft.getString("id")).expect(200);
        assertThat(committed.json().getInt("enrolled")).isEqualTo(ROWS);
    }

    private SimulatedDevice provisionWithOpenssl(MusterServer server, Fleet fleet, Certificate certificate, long serial)
            throws Exception {
        String identifier = ImportFile.imei(serial);
        Proof proof = Proof.fresh(certificate, identifier);
        String body = Proof.body(identifier, new Openssl(directory).compact(proof));
        Answer answer = SimulatedDevice.request(server.nobody(), certificate.accessKey(), body)
                .expect(201);
        assertThat(answer.header("Location")).contains("/api/v1/device");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonObject created = answer.json();
        assertThat(created.keySet())
                .containsExactlyInAnyOrder(
                        "deviceId",
                        "organizationId",
                        "uniqueIdentifier",
                        "deviceName",
                        "deviceType",
                        "credentials",
                        "telemetry",
                        "serverTime",
                        "log");
        assertThat(created.getString("organizationId")).isEqualTo(fleet.organizationId());
        assertThat(created.getString("deviceName")).isEqualTo("device-" + serial);
        assertThat(created.getString("deviceType")).isEqualTo("STANDALONE");
        assertThat(created.getJsonObject("telemetry").getString("url")).isEqualTo(server.url() + "/api/v1/telemetry");
        assertThat(created.getJsonObject("credentials").keySet())
                .containsExactlyInAnyOrder("clientId", "accessKey", "accessToken");
        assertThat((long) created.getInt("serverTime"))
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
        return SimulatedDevice.of(server, answer);
    }

    private static void report(SimulatedDevice device) {
        assertThat(device.send(TS, "{\"temperature\":21.5,\"on\":true}")
                        .expect(202)
                        .body())
                .isEqualTo("{\"accepted\":1}");
        device.send(TS + 1_000, "{\"temperature\":22}").expect(202);
        device.send(TS, "{\"temperature\":99}").expect(202);
    }

    /** Newest first, and of two values for one time and key the first. */
    private static void assertReadBack(Fleet fleet, SimulatedDevice device) {
        Answer telemetry = fleet.organization()
                .get(fleet.devicesPath() + "/" + device.id() + "/telemetry")
                .expect(200);
        List<JsonObject> messages = telemetry.items().getValuesAs(JsonObject.class);
        assertThat(messages).hasSize(2);
        assertMessage(messages.get(0), TS + 1_000, "{\"temperature\":22}");
        assertMessage(messages.get(1), TS, "{\"on\":true,\"temperature\":21.5}");
    }

    private static void assertMessage(JsonObject message, long ts, String data) {
        assertThat(message.keySet()).containsExactlyInAnyOrder("ts", "data");
        assertThat(message.getJsonNumber("ts").longValueExact()).isEqualTo(ts);
        try (JsonReader expected = Json.createReader(new StringReader(data))) {
            assertThat(message.getJsonObject("data")).isEqualTo(expected.readObject());
        }
    }
}
