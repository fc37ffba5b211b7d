package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Models say what devices may send: chosen for an import or by default, known to the device at once, and enforced. */
@OnBothDatabases
class DeviceModelIT {

    private static final String KEYS = """
            [{"key":"temperature","type":"NUMBER","unit":"°C","min":-40,"max":85},{"key":"on","type":"BOOLEAN"},
             {"key":"note","type":"TEXT"}]""";

    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Parameter
    Database database;

    private Fleet fleet;
    private Certificate certificate;
    private String models;

    @BeforeEach
    void createFleet() {
        fleet = Fleet.create(database.server());
        certificate = fleet.newCertificate();
        models = fleet.organizationPath() + "/device-models";
    }

    @Test
    void aNewDeviceHasItsModelAtOnce() {
        String strict = model("Strict", "\"keys\":" + KEYS + ",\"unknownKeys\":\"REFUSE\"");
        String usual = model("Usual", "\"defaultFor\":[\"STANDALONE\"]");
        fleet.enroll(ImportFile.of(1, 1));
        String chosen = fleet.upload(ImportFile.of(2, 1)).expect(201).text("id");
        Answer batch =
                put(fleet.importsPath() + "/" + chosen + "/model", strict).expect(200);
        assertThat(batch.text("model")).isEqualTo(strict);
        fleet.commit(chosen).expect(200);

        SimulatedDevice byDefault = provision(1);
        SimulatedDevice byImport = provision(2);

        assertThat(told(byDefault).getString("name")).isEqualTo("Usual");
        assertThat(told(byImport).getString("unknownKeys")).isEqualTo("REFUSE");
        assertThat(told(byImport).getJsonArray("keys").getJsonObject(0)).hasToString("""
                {"key":"temperature","type":"NUMBER","unit":"°C","min":-40.0,"max":85.0}""");
        assertThat(modelOf(byImport).getString("id")).isEqualTo(strict);
        put(fleet.devicesPath() + "/" + byImport.id() + "/model", usual).expect(200);
        assertThat(modelOf(byImport).getString("name")).isEqualTo("Usual");
        assertDeletionLeavesDevices(usual, byDefault);
    }

    private void assertDeletionLeavesDevices(String usual, SimulatedDevice device) {
        assertThat(fleet.organization()
                        .get(models + "/" + usual + "/impact")
                        .expect(200)
                        .body())
                .isEqualTo("{\"devices\":2,\"imports\":0}");
        fleet.organization().delete(models + "/" + usual).expect(204);
        assertThat(device.client().get("/api/v1/device").expect(200).json()).doesNotContainKey("model");
        device.send(Instant.now().toEpochMilli(), "{\"anything\":1}").expect(202);
    }

    @Test
    void whatBreaksTheModelIsRefusedAndNothingIsKept() {
        model("Strict", "\"keys\":" + KEYS + ",\"unknownKeys\":\"REFUSE\",\"defaultFor\":[\"STANDALONE\"]");
        fleet.enroll(ImportFile.of(1, 1));
        SimulatedDevice device = provision(1);
        long now = Instant.now().toEpochMilli();
        Answer refused =
                device.client().post("/api/v1/telemetry", """
                [{"data":{"temperature":20}},{"data":{"temperature":85.5,"on":1,"other":true}},
                 {"ts":%d,"data":{"note":"x"}},{"ts":%d,"data":{"note":"x"}}]""".formatted(now + 25 * HOUR, now - 1_096 * 24 * HOUR));
        assertProblem(refused, 422, ProblemCode.INVALID_TELEMETRY, "errors");
        JsonArray errors = refused.json().getJsonArray("errors");
        assertThat(errors.getJsonObject(0)).hasToString("""
                {"index":1,"key":"temperature","code":"out-of-range","detail":"The device's model allows -40 to 85."}""");
        assertThat(errors.getValuesAs(JsonObject.class))
                .extracting(error -> error.getInt("index") + " " + error.getString("code"))
                .containsExactly("1 out-of-range", "1 wrong-type", "1 unknown-key", "2 ts-in-future", "3 ts-too-old");
        assertThat(fleet.organization()
                        .get(fleet.devicesPath() + "/" + device.id() + "/telemetry")
                        .items())
                .isEmpty();
        device.send(now, "{\"temperature\":85,\"on\":false,\"note\":\"ok\"}").expect(202);
    }

    @Test
    void aTypeHasOneDefaultAndANameIsTakenOnce() {
        String first = model("One", "\"defaultFor\":[\"GATEWAY\",\"PERIPHERAL\"]");
        String second = model("Two", "\"keys\":" + KEYS);
        ApiClient manager = fleet.organization();
        String both = models + "/" + second;
        assertProblem(manager.patch(both, "{\"defaultFor\":[\"PERIPHERAL\"]}", null), 409, ProblemCode.CONFLICT);
        assertProblem(manager.patch(both, "{\"name\":\"ONE\"}", null), 409, ProblemCode.CONFLICT);
        manager.patch(models + "/" + first, "{\"defaultFor\":[\"GATEWAY\"]}", null)
                .expect(200);
        JsonObject changed = manager.patch(
                        both, "{\"defaultFor\":[\"PERIPHERAL\"],\"keys\":[{\"key\":\"a\",\"type\":\"TEXT\"}]}", null)
                .expect(200)
                .json();
        assertThat(changed.getJsonArray("keys")).hasSize(1);
        assertThat(changed.getJsonArray("defaultFor")).hasToString("[\"PERIPHERAL\"]");
        assertThat(manager.get(models).expect(200).json().getInt("total")).isEqualTo(2);
        String wrong = "{\"keys\":[{\"key\":\"a\",\"type\":\"TEXT\",\"min\":1}]}";
        assertProblem(manager.patch(both, wrong, null), 422, ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void numbersAreDrawnTogetherAndExported() {
        fleet.enroll(ImportFile.of(1, 1));
        SimulatedDevice device = provision(1);
        long start = Instant.now().toEpochMilli() - HOUR;
        device.send(start, "{\"a\":-1.5,\"note\":\"=1+1\"}").expect(202);
        device.send(start + 1, "{\"a\":2.5e0}").expect(202);
        device.send(start + 999, "{\"a\":1e999}").expect(202);
        device.send(start + 5_000, "{\"a\":7}").expect(202);
        device.send(start + 6_000, "{\"a\":\"no number\"}").expect(202);
        String telemetry = fleet.devicesPath() + "/" + device.id() + "/telemetry";
        JsonObject series = fleet.organization()
                .get(telemetry + "/series?key=a&points=10&from=" + start + "&to=" + (start + 9_999))
                .expect(200)
                .json();
        assertThat(series.getInt("width")).isEqualTo(1_000);
        assertThat(series.getJsonArray("items")).hasToString("""
                [{"ts":%d,"min":-1.5,"max":2.5,"average":0.5,"count":2},{"ts":%d,"min":7.0,"max":7.0,"average":7.0,"count":1}]""".formatted(start, start + 5_000));
        String file = fleet.organization().get(telemetry + ".csv").expect(200).body();
        assertThat(file)
                .startsWith("\uFEFFts,time,key,value\r\n" + start + "," + Instant.ofEpochMilli(start) + ",a,-1.5");
        assertThat(file).contains(",note,'=1+1\r\n").hasLineCount(7);
        assertThat(fleet.organization().get(telemetry + ".csv?key=note").body()).hasLineCount(2);
        assertProblem(
                fleet.organization().get(telemetry + "/series?key=a&points=0"), 422, ProblemCode.VALIDATION_FAILED);
    }

    private String model(String name, String members) {
        return fleet.organization()
                .post(models, "{\"name\":\"" + name + "\"," + members + "}")
                .expect(201)
                .text("id");
    }

    private SimulatedDevice provision(long serial) {
        return SimulatedDevice.provision(database.server(), certificate, ImportFile.imei(serial));
    }

    private Answer put(String path, String model) {
        return fleet.organization().put(path, "{\"model\":\"" + model + "\"}");
    }

    private static JsonObject told(SimulatedDevice device) {
        return device.client().get("/api/v1/device").expect(200).json().getJsonObject("model");
    }

    private JsonObject modelOf(SimulatedDevice device) {
        return fleet.organization()
                .get(fleet.devicesPath() + "/" + device.id())
                .expect(200)
                .json()
                .getJsonObject("model");
    }
}
