package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Where a device comes from, and everything that has happened to it. */
@OnBothDatabases
class DeviceTimelineIT {

    @Parameter
    Database database;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;
    private SimulatedDevice device;
    private String importId;

    @BeforeEach
    void aDeviceJoins() {
        server = database.server();
        fleet = Fleet.create(server);
        importId = fleet.upload(ImportFile.of(1, 3)).expect(201).text("id");
        fleet.commit(importId).expect(200);
        certificate = fleet.newCertificate();
        device = SimulatedDevice.provision(server, certificate, ImportFile.imei(2));
    }

    @Test
    void theOriginNamesManufacturerCertificateAndRow() {
        JsonObject origin = timeline().getJsonObject("origin");
        assertThat(origin.getJsonObject("manufacturer").getString("id")).isEqualTo(fleet.manufacturerId());
        assertThat(origin.getJsonObject("imported").getString("id")).isEqualTo(importId);
        assertThat(origin.getInt("row")).isEqualTo(2);
        assertThat(origin.getString("certificate")).isEqualTo("it");
        assertThat(origin).doesNotContainKeys("certificateRevokedAt", "revocationReason");

        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + certificate.id() + "?reason=KEY_COMPROMISE");
        JsonObject ended = timeline().getJsonObject("origin");
        assertThat(ended.getString("revocationReason")).isEqualTo("KEY_COMPROMISE");
        assertThat(ended.getString("certificateRevokedAt")).isNotEmpty();
        assertThat(kinds().getFirst()).isEqualTo("INVALIDATED");
    }

    @Test
    void everythingThatHappenedIsToldOnceNewestFirst() {
        assertThat(kinds()).containsExactly("ACT:device-created", "IMPORTED");
        device.report(1, "{\"a\":1}").expect(202);
        SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(2)))
                .expect(409);
        act("suspend");
        act("resume");
        act("allow-reprovisioning");
        assertThat(kinds())
                .containsExactly(
                        "REPROVISIONING_ALLOWED",
                        "ACT:device-resumed",
                        "ACT:device-suspended",
                        "ATTEMPT:already-provisioned",
                        "FIRST_USE",
                        "ACT:device-created",
                        "IMPORTED");
        assertThat(events().get(1).getString("by")).startsWith("user:");
    }

    @Test
    void thePageSaysTheSame() {
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + certificate.id() + "?reason=KEY_COMPROMISE");
        String page = fleet.portal()
                .get("/organization/device.xhtml?id=" + device.id())
                .expect(200)
                .body();
        assertThat(page)
                .containsPattern(
                        "Invalidated [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}, [0-9:]{5} UTC: Maker [^ ]+ deleted certificate it, reason: key compromised\\.")
                .contains(", row 2", "data-testid=\"timeline\"", "It proved itself and got its credentials.");
    }

    private void act(String verb) {
        fleet.organization()
                .post(fleet.devicesPath() + "/" + device.id() + "/" + verb, "")
                .expect(200);
    }

    private List<String> kinds() {
        return events().stream()
                .map(event ->
                        event.getString("kind") + (event.containsKey("code") ? ":" + event.getString("code") : ""))
                .toList();
    }

    private List<JsonObject> events() {
        return timeline().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private JsonObject timeline() {
        return fleet.organization()
                .get(fleet.devicesPath() + "/" + device.id() + "/timeline")
                .expect(200)
                .json();
    }
}
