package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Messages that share a transaction: each is kept or refused for itself, and what changes counts for the next one. */
@OnBothDatabases
class TelemetryCrowdIT {

    private static final String TELEMETRY = "/api/v1/telemetry";

    private static final int DEVICES = 12;

    private static final int MESSAGES = 40;

    @Parameter
    Database database;

    private Fleet fleet;
    private List<SimulatedDevice> devices;

    @BeforeEach
    void devicesOfTwoOrganizationsHaveJoined() {
        fleet = Fleet.create(database.server());
        devices = new ArrayList<>(joined(fleet, 6));
        devices.addAll(joined(Fleet.create(database.server()), 6));
    }

    @Test
    void aRefusedMessageDoesNotConcernTheOthers() throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(DEVICES + 3)) {
            List<Future<List<Integer>>> good = new ArrayList<>();
            devices.forEach(device -> good.add(senders.submit(() -> send(device, "{\"data\":{\"a\":%d}}"))));
            Future<List<Integer>> unreadable = senders.submit(() -> send(devices.get(0), "{\"data\":{\"b\":%d}"));
            Future<List<Integer>> refused =
                    senders.submit(() -> send(devices.get(1), "{\"ts\":%d,\"data\":{\"b\":1}}"));
            Future<List<Integer>> nobody = senders.submit(() -> send(wrong(devices.get(1)), "{\"data\":{\"a\":%d}}"));
            for (Future<List<Integer>> statuses : good) {
                assertThat(statuses.get()).hasSize(MESSAGES).containsOnly(202);
            }
            assertThat(unreadable.get()).containsOnly(400);
            assertThat(refused.get()).containsOnly(422);
            assertThat(nobody.get()).containsOnly(401);
        }
        for (SimulatedDevice device : devices.subList(0, 6)) {
            KeptTelemetry kept = KeptTelemetry.of(fleet, device);
            assertThat(kept.values("a"))
                    .isEqualTo(IntStream.range(0, MESSAGES).boxed().toList());
            assertThat(kept.values("b")).isEmpty();
        }
    }

    @Test
    void suspendedCredentialsAreRefusedFromTheNextMessageOn() {
        SimulatedDevice device = devices.get(2);
        device.client().post(TELEMETRY, "{\"data\":{\"a\":1}}").expect(202);
        act(device, "suspend");
        assertProblem(device.client().post(TELEMETRY, "{\"data\":{\"a\":2}}"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        act(device, "resume");
        device.client().post(TELEMETRY, "{\"data\":{\"a\":3}}").expect(202);
        assertThat(KeptTelemetry.of(fleet, device).values("a")).containsExactly(1, 3);
    }

    @Test
    void aChangedModelCountsForTheNextMessage() {
        String models = fleet.organizationPath() + "/device-models";
        String model = fleet.organization()
                .post(
                        models,
                        "{\"name\":\"Strict\",\"keys\":[{\"key\":\"a\",\"type\":\"NUMBER\"}],\"unknownKeys\":\"REFUSE\"}")
                .expect(201)
                .text("id");
        SimulatedDevice device = devices.get(3);
        fleet.organization()
                .put(fleet.devicesPath() + "/" + device.id() + "/model", "{\"model\":\"" + model + "\"}")
                .expect(200);
        device.client().post(TELEMETRY, "{\"data\":{\"a\":1}}").expect(202);
        assertProblem(
                device.client().post(TELEMETRY, "{\"data\":{\"b\":1}}"), 422, ProblemCode.INVALID_TELEMETRY, "errors");
        fleet.organization()
                .patch(models + "/" + model, "{\"unknownKeys\":\"KEEP\"}", null)
                .expect(200);
        device.client().post(TELEMETRY, "{\"data\":{\"b\":2}}").expect(202);
        fleet.organization()
                .patch(models + "/" + model, "{\"keys\":[{\"key\":\"a\",\"type\":\"TEXT\"}]}", null)
                .expect(200);
        assertProblem(
                device.client().post(TELEMETRY, "{\"data\":{\"a\":2}}"), 422, ProblemCode.INVALID_TELEMETRY, "errors");
        fleet.organization().delete(models + "/" + model).expect(204);
        device.client().post(TELEMETRY, "{\"data\":{\"a\":3}}").expect(202);
        assertThat(KeptTelemetry.of(fleet, device).values("a")).containsExactly(1, 3);
    }

    private static List<SimulatedDevice> joined(Fleet fleet, int number) {
        StringBuilder file = new StringBuilder("uniqueIdentifier,deviceName,deviceType\n");
        IntStream.range(0, number)
                .forEach(i -> file.append(imei(i)).append(",device ").append(i).append(",STANDALONE\n"));
        fleet.enroll(file.toString());
        Certificate certificate = fleet.newCertificate();
        return IntStream.range(0, number)
                .mapToObj(i -> SimulatedDevice.provision(fleet.server(), certificate, imei(i)))
                .toList();
    }

    private void act(SimulatedDevice device, String act) {
        fleet.organization()
                .post(fleet.devicesPath() + "/" + device.id() + "/" + act, "")
                .expect(200);
    }

    /** The same access key with a token that nobody has. */
    private ApiClient wrong(SimulatedDevice device) {
        String login = new String(
                Base64.getDecoder().decode(device.client().authorization().substring("Basic ".length())), US_ASCII);
        return fleet.server().nobody().basic(login.substring(0, login.indexOf(':')), "wrong");
    }

    private static List<Integer> send(SimulatedDevice device, String body) {
        return send(device.client(), body);
    }

    private static List<Integer> send(ApiClient client, String body) {
        return IntStream.range(0, MESSAGES)
                .mapToObj(i -> client.post(TELEMETRY, body.formatted(i)))
                .map(Answer::status)
                .toList();
    }

    private static String imei(long serial) {
        return ImportFile.imei(serial);
    }
}
