package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second valid proof does: under every policy, in every form, in every state, and when a manager decides. */
class ReprovisioningIT {

    private static final int PARALLEL = 30;

    /** Shared key, own key, literal form; each before the first use of the credentials and after it. */
    private static final Map<String, List<Integer>> SECOND = Map.of(
            "ROTATE_UNTIL_FIRST_USE", List.of(200, 409, 200, 409, 409, 409),
            "NEVER", List.of(409, 409, 409, 409, 409, 409),
            "ROTATE", List.of(202, 202, 200, 200, 409, 409),
            "APPROVAL", List.of(202, 202, 202, 202, 409, 409));

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private int serial;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 60));
    }

    /** It has shown that the device has them, whatever became of the message. */
    @Test
    void aMessageThatIsRefusedIsAUseOfTheCredentials() {
        Certificate shared = fleet.newCertificate();
        SimulatedDevice device = SimulatedDevice.provision(server, shared, ImportFile.imei(1));
        assertProblem(device.report(1, "{}"), 422, ProblemCode.INVALID_TELEMETRY, "errors");
        Answer second = SimulatedDevice.request(server.nobody(), Proof.fresh(shared, ImportFile.imei(1)));
        assertProblem(second, 409, ProblemCode.ALREADY_PROVISIONED);
        device.report(2, "{\"t\":1}").expect(202);
    }

    @Test
    void everyPolicyAnswersEveryFormInEveryState() throws Exception {
        Certificate shared = fleet.newCertificate();
        Certificate literal = fleet.newCertificate("\"keyAlgorithm\":\"RSA_3072\",\"literalForm\":true");
        DeviceCa factory = DeviceCa.create(fleet, directory);
        Openssl openssl = new Openssl(directory);
        for (Map.Entry<String, List<Integer>> policy : SECOND.entrySet()) {
            policy(policy.getKey());
            List<Integer> answers = Stream.of(false, true)
                    .flatMap(used -> Stream.of(
                            second(used, this::nextImei, imei -> signed(shared, imei)),
                            second(used, this::nextImei, imei -> byOwnKey(factory, imei)),
                            second(used, this::nextImei, imei -> literally(openssl, literal, imei))))
                    .toList();
            assertThat(List.of(
                            answers.get(0),
                            answers.get(3),
                            answers.get(1),
                            answers.get(4),
                            answers.get(2),
                            answers.get(5)))
                    .as(policy.getKey())
                    .isEqualTo(policy.getValue());
        }
    }

    @Test
    void aRevocationBricksNobodyWhateverThePolicy() {
        for (String policy : SECOND.keySet()) {
            policy(policy);
            Certificate first = fleet.newCertificate();
            Certificate second = fleet.newCertificate();
            String imei = nextImei();
            SimulatedDevice device = SimulatedDevice.provision(server, first, imei);
            device.report(1, "{\"a\":1}").expect(202);
            fleet.manufacturer().delete(fleet.certificatesPath() + "/" + first.id());
            assertThat(device(device.id()).getString("credentialStatus")).isEqualTo("REVOKED");
            send(signed(second, imei)).expect(200);
        }
    }

    @Test
    void aSecondProofWaitsForAManagerAndTheOldCredentialsLive() {
        policy("APPROVAL");
        Certificate certificate = fleet.newCertificate();
        String imei = nextImei();
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, imei);
        Sending proof = signed(certificate, imei);
        Answer waiting = assertWaits(send(proof));
        assertProblem(send(proof), 409, ProblemCode.REPLAYED_PROOF);
        device.report(1, "{\"a\":1}").expect(202);
        Answer newest = assertWaits(send(signed(certificate, imei)));

        JsonObject request = theOnlyOne("PENDING");
        assertThat(request.getInt("proofs")).isEqualTo(2);
        assertThat(request.getString("deviceId")).isEqualTo(device.id());
        assertThat("urn:uuid:" + request.getString("attemptId"))
                .isEqualTo(newest.text("instance"))
                .isNotEqualTo(waiting.text("instance"));
        assertThat(fleet.ownAttempts("outcome=approval-pending").expect(200).items())
                .hasSize(2);

        decide(request.getString("id"), "approve").expect(200);
        device.report(2, "{\"a\":2}").expect(202);
        SimulatedDevice again =
                SimulatedDevice.of(server, send(signed(certificate, imei)).expect(200));
        assertProblem(device.report(3, "{\"a\":3}"), 401, ProblemCode.UNAUTHENTICATED);
        again.report(3, "{\"a\":3}").expect(202);
        assertThat(total("PENDING") + total("APPROVED")).isZero();
    }

    @Test
    void aRejectedDeviceIsRefusedUntilAManagerAllowsIt() {
        policy("APPROVAL");
        Certificate certificate = fleet.newCertificate();
        String imei = nextImei();
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, imei);
        assertWaits(send(signed(certificate, imei)));
        String request = theOnlyOne("PENDING").getString("id");
        decide(request, "reject").expect(200);
        assertProblem(decide(request, "approve"), 409, ProblemCode.CONFLICT);
        assertProblem(send(signed(certificate, imei)), 409, ProblemCode.ALREADY_PROVISIONED);
        device.report(1, "{\"a\":1}").expect(202);
        allow(device);
        send(signed(certificate, imei)).expect(200);
        assertWaits(send(signed(certificate, imei)));
    }

    @Test
    void severalAreDecidedAtOnceWithTheOutcomeOfEach() throws Exception {
        policy("APPROVAL");
        Certificate certificate = fleet.newCertificate();
        List<String> imeis = List.of(nextImei(), nextImei(), nextImei());
        imeis.forEach(imei -> SimulatedDevice.provision(server, certificate, imei));
        imeis.forEach(imei -> assertWaits(send(signed(certificate, imei))));
        List<String> ids = fleet.organization().get(approvals()).expect(200).items().stream()
                .map(item -> item.asJsonObject().getString("id"))
                .toList();
        decide(ids.get(2), "reject").expect(200);
        UUID nobody = UUID.randomUUID();
        Answer answer = fleet.organization()
                .post(
                        approvals() + "/approve",
                        "{\"approvalIds\":[\"%s\",\"%s\",\"%s\",\"%s\"]}"
                                .formatted(ids.get(0), ids.get(1), ids.get(2), nobody));
        assertThat(outcomes(answer.expect(200))).containsExactly("approved", "approved", "decided-before", "not-found");
        assertThat(total("APPROVED")).isEqualTo(2);
        assertProblem(
                fleet.organization().post(approvals() + "/reject", "{\"approvalIds\":[]}"),
                422,
                ProblemCode.VALIDATION_FAILED);

        send(signed(certificate, imeis.get(0))).expect(200);
        List<Answer> atOnce = new AtOnce(server, certificate.accessKey())
                .send(Stream.generate(
                                () -> Proof.fresh(certificate, imeis.get(0)).body())
                        .limit(PARALLEL)
                        .toList());
        assertThat(statuses(atOnce)).isEqualTo(Map.of(202, (long) PARALLEL));
        assertThat(total("PENDING")).isEqualTo(1);
    }

    @Test
    void whatAManagerAllowsHappensOnceHoweverManyComeAtOnce() throws Exception {
        policy("NEVER");
        Certificate certificate = fleet.newCertificate();
        String imei = nextImei();
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, imei);
        device.report(1, "{\"a\":1}").expect(202);
        assertProblem(send(signed(certificate, imei)), 409, ProblemCode.ALREADY_PROVISIONED);
        allow(device);
        fleet.organization().delete(allowance(device)).expect(200);
        assertProblem(send(signed(certificate, imei)), 409, ProblemCode.ALREADY_PROVISIONED);
        allow(device);
        device.report(2, "{\"a\":2}").expect(202);
        List<Answer> atOnce = new AtOnce(server, certificate.accessKey())
                .send(Stream.generate(() -> Proof.fresh(certificate, imei).body())
                        .limit(PARALLEL)
                        .toList());
        assertThat(statuses(atOnce)).isEqualTo(Map.of(200, 1L, 409, PARALLEL - 1L));
        assertProblem(device.report(3, "{\"a\":3}"), 401, ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void theLiteralFormHasOneMoreSuccessWhereItIsAllowed() throws Exception {
        policy("ROTATE");
        Certificate certificate = fleet.newCertificate("\"keyAlgorithm\":\"RSA_3072\",\"literalForm\":true");
        Sending literal = literally(new Openssl(directory), certificate, nextImei());
        SimulatedDevice device = SimulatedDevice.of(server, send(literal).expect(201));
        assertProblem(send(literal), 409, ProblemCode.ALREADY_PROVISIONED);
        String ids = "{\"deviceIds\":[\"%s\",\"%s\"]}".formatted(device.id(), UUID.randomUUID());
        Answer allowed = fleet.organization().post(fleet.devicesPath() + "/allow-reprovisioning", ids);
        assertThat(outcomes(allowed.expect(200))).containsExactly("allowed", "not-found");
        send(literal).expect(200);
        assertProblem(send(literal), 409, ProblemCode.ALREADY_PROVISIONED);
        assertThat(device(device.id())).doesNotContainKey("reprovisioningAllowedAt");
    }

    @Test
    void anImportMayHaveAPolicyOfItsOwn() {
        String draft = fleet.upload(ImportFile.of(100, 2)).expect(201).text("id");
        assertThat(batchPolicy(draft, "\"NEVER\"").expect(200).text("reprovisioningPolicy"))
                .isEqualTo("NEVER");
        fleet.commit(draft).expect(200);
        Certificate certificate = fleet.newCertificate();
        String imei = ImportFile.imei(100);
        SimulatedDevice.provision(server, certificate, imei);
        assertProblem(send(signed(certificate, imei)), 409, ProblemCode.ALREADY_PROVISIONED);
        assertThat(batchPolicy(draft, "null").expect(200).json()).doesNotContainKey("reprovisioningPolicy");
        send(signed(certificate, imei)).expect(200);
        assertProblem(batchPolicy(draft, "\"SOMETIMES\""), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(
                fleet.organization().patch(fleet.importsPath() + "/" + draft, "{}", null),
                422,
                ProblemCode.VALIDATION_FAILED);
        assertThat(fleet.organization()
                        .get(fleet.organizationPath())
                        .expect(200)
                        .text("reprovisioningPolicy"))
                .isEqualTo("ROTATE_UNTIL_FIRST_USE");
    }

    /** A request that can be sent again as it is. */
    private record Sending(String accessKey, String body) {}

    /** Makes a proof for an identifier, another one each time where its form has others. */
    private interface Prover {
        Sending prove(String imei);
    }

    /** The status of the second proof. */
    private int second(boolean used, Supplier<String> identifiers, Prover prover) {
        String imei = identifiers.get();
        SimulatedDevice device =
                SimulatedDevice.of(server, send(prover.prove(imei)).expect(201));
        if (used) {
            device.report(1, "{\"a\":1}").expect(202);
        }
        return send(prover.prove(imei)).status();
    }

    private static Sending signed(Certificate certificate, String imei) {
        return new Sending(
                certificate.accessKey(), Proof.fresh(certificate, imei).body());
    }

    private static Sending byOwnKey(DeviceCa factory, String imei) {
        try {
            return new Sending(factory.accessKey(), factory.device(imei).body(imei));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sending literally(Openssl openssl, Certificate certificate, String imei) {
        try {
            return new Sending(certificate.accessKey(), openssl.literal(certificate, imei));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer send(Sending sending) {
        return SimulatedDevice.request(server.nobody(), sending.accessKey(), sending.body());
    }

    private String nextImei() {
        serial++;
        return ImportFile.imei(serial);
    }

    /** The whole answer (protocol.md, What comes back). */
    private static Answer assertWaits(Answer answer) {
        answer.expect(202);
        assertThat(answer.header("Retry-After")).contains("300");
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
        JsonObject body = answer.json();
        assertThat(body.keySet()).containsExactlyInAnyOrder("code", "detail", "instance", "retryable", "serverTime");
        assertThat(body.getString("code")).isEqualTo("approval-pending");
        assertThat(body.getBoolean("retryable")).isTrue();
        assertThat(Instant.now().getEpochSecond()
                        - body.getJsonNumber("serverTime").longValue())
                .isBetween(-1L, 60L);
        return answer;
    }

    private void policy(String policy) {
        String change = "{\"reprovisioningPolicy\":\"%s\"}".formatted(policy);
        Answer answer = fleet.organization().patch(fleet.organizationPath(), change, null);
        assertThat(answer.expect(200).text("reprovisioningPolicy")).isEqualTo(policy);
    }

    private Answer batchPolicy(String importId, String policy) {
        return fleet.organization()
                .patch(fleet.importsPath() + "/" + importId, "{\"reprovisioningPolicy\":" + policy + "}", null);
    }

    private JsonObject device(String id) {
        return fleet.organization()
                .get(fleet.devicesPath() + "/" + id)
                .expect(200)
                .json();
    }

    private void allow(SimulatedDevice device) {
        Answer answer = fleet.organization().post(allowance(device), "");
        assertThat(answer.expect(200).json()).containsKey("reprovisioningAllowedAt");
    }

    private String allowance(SimulatedDevice device) {
        return fleet.devicesPath() + "/" + device.id() + "/allow-reprovisioning";
    }

    private String approvals() {
        return fleet.organizationPath() + "/approvals";
    }

    private Answer decide(String id, String verb) {
        return fleet.organization().post(approvals() + "/" + id + "/" + verb, "");
    }

    private JsonObject theOnlyOne(String state) {
        var items = fleet.organization()
                .get(approvals() + "?state=" + state)
                .expect(200)
                .items();
        assertThat(items).hasSize(1);
        return items.getJsonObject(0);
    }

    private int total(String state) {
        return fleet.organization()
                .get(approvals() + "?state=" + state)
                .expect(200)
                .json()
                .getInt("total");
    }

    private static List<String> outcomes(Answer answer) {
        return answer.items().stream()
                .map(item -> item.asJsonObject().getString("outcome"))
                .toList();
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }
}
