package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways report for the peripherals that were imported with them. */
class PeripheralIT {

    private static final int AT_ONCE = 16;

    private static final String FILE = """
            uniqueIdentifier,deviceName,deviceType,parentGateway
            %1$s,gateway,GATEWAY,
            %2$s,sensor 1,PERIPHERAL,%1$s
            %3$s,sensor 2,PERIPHERAL,%1$s
            %4$s,tracker,STANDALONE,
            %5$s,another gateway,GATEWAY,
            %6$s,sensor 3,PERIPHERAL,%5$s
            """.formatted(imei(1), imei(2), imei(3), imei(4), imei(5), imei(6));

    private final Database database = Database.POSTGRESQL;

    private Fleet fleet;
    private Certificate certificate;
    private SimulatedDevice gateway;

    @BeforeEach
    void aGatewayHasJoined() {
        fleet = Fleet.create(database.server());
        fleet.enroll(FILE);
        certificate = fleet.newCertificate();
        gateway = SimulatedDevice.provision(database.server(), certificate, imei(1));
    }

    @Test
    void theFirstMessageForAPeripheralCreatesItAndIsKept() {
        Answer accepted = report("[{\"data\":{\"t\":1}},{\"device\":\"%s\",\"data\":{\"t\":2}}]".formatted(imei(2)));
        assertThat(accepted.expect(202).json().getInt("accepted")).isEqualTo(2);
        List<JsonObject> behind = peripherals();
        assertThat(behind).extracting(one -> one.getString("uniqueIdentifier")).containsExactly(imei(2), imei(3));
        assertThat(behind.get(1)).doesNotContainKey("deviceId");
        String sensor = fleet.devicesPath() + "/" + behind.get(0).getString("deviceId");
        JsonObject device = fleet.organization().get(sensor).expect(200).json();
        assertThat(device.getString("status")).isEqualTo("ACTIVE");
        assertThat(device.getString("certificateId")).isEqualTo(certificate.id());
        assertThat(fleet.organization().get(sensor + "/telemetry").expect(200).items())
                .hasSize(1);
        forPeripheral(imei(2)).expect(202);
        assertThat(devices()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6, 7})
    void whatIsNotBehindTheGatewayIsRefusedAndNothingIsKept(long serial) {
        Answer refused =
                report("[{\"data\":{\"t\":1}},{\"device\":\"%s\",\"data\":{\"t\":2}}]".formatted(imei(serial)));
        assertUnknown(refused, 1);
        assertThat(devices()).isEqualTo(1);
        String own = fleet.devicesPath() + "/" + gateway.id() + "/telemetry";
        assertThat(fleet.organization().get(own).expect(200).items()).isEmpty();
    }

    @Test
    void onlyItsOwnGatewaySpeaksForAPeripheral() {
        SimulatedDevice tracker = SimulatedDevice.provision(database.server(), certificate, imei(4));
        SimulatedDevice other = SimulatedDevice.provision(database.server(), certificate, imei(5));
        String body = "{\"device\":\"%s\",\"data\":{\"t\":1}}".formatted(imei(2));
        assertUnknown(tracker.client().post("/api/v1/telemetry", body), 0);
        assertUnknown(other.client().post("/api/v1/telemetry", body), 0);
        assertThat(peripherals()).noneMatch(one -> one.containsKey("deviceId"));
    }

    @Test
    void aSuspendedPeripheralIsRefusedAndARevocationEndsBoth() {
        forPeripheral(imei(2)).expect(202);
        String sensor = fleet.devicesPath() + "/" + peripherals().get(0).getString("deviceId");
        fleet.organization().post(sensor + "/suspend", "").expect(200);
        assertUnknown(forPeripheral(imei(2)), 0);
        fleet.organization().post(sensor + "/resume", "").expect(200);
        forPeripheral(imei(2)).expect(202);
        fleet.manufacturer()
                .delete(fleet.certificatesPath() + "/" + certificate.id())
                .expect(204);
        assertProblem(forPeripheral(imei(2)), 403, ProblemCode.DEVICE_INVALIDATED);
        assertThat(fleet.organization().get(sensor).expect(200).text("status")).isEqualTo("INVALIDATED");
    }

    @Test
    void firstMessagesAtOnceCreateEachPeripheralOnce() throws Exception {
        List<CompletableFuture<Answer>> sent = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String first = imei(i % 2 == 0 ? 2 : 3);
            String second = imei(i % 2 == 0 ? 3 : 2);
            String body = "[{\"device\":\"%s\",\"data\":{\"t\":1}},{\"device\":\"%s\",\"data\":{\"t\":1}}]"
                    .formatted(first, second);
            sent.add(CompletableFuture.supplyAsync(() -> report(body)));
        }
        for (CompletableFuture<Answer> answer : sent) {
            answer.get().expect(202);
        }
        assertThat(devices()).isEqualTo(3);
    }

    private Answer forPeripheral(String identifier) {
        return report("{\"device\":\"%s\",\"data\":{\"t\":1}}".formatted(identifier));
    }

    private Answer report(String body) {
        return gateway.client().post("/api/v1/telemetry", body);
    }

    private static void assertUnknown(Answer refused, int index) {
        JsonObject problem = assertProblem(refused, 422, ProblemCode.INVALID_TELEMETRY, "errors");
        JsonObject error = problem.getJsonArray("errors").getJsonObject(0);
        assertThat(error.getInt("index")).isEqualTo(index);
        assertThat(error.getString("key")).isEqualTo("device");
        assertThat(error.getString("code")).isEqualTo("unknown-device");
    }

    private List<JsonObject> peripherals() {
        String path = fleet.devicesPath() + "/" + gateway.id() + "/peripherals";
        return fleet.organization().get(path).expect(200).items().getValuesAs(JsonObject.class);
    }

    private int devices() {
        return fleet.organization().get(fleet.devicesPath()).expect(200).json().getInt("total");
    }

    private static String imei(long serial) {
        return ImportFile.imei(serial);
    }
}
