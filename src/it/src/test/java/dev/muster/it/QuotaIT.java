package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Tenants use no more than their quotas allow, also if many requests come at the same time. */
@OnBothDatabases
class QuotaIT {

    private static final int AT_ONCE = 6;

    private static final String WISH =
            "{\"name\":\"it\",\"purpose\":\"PROOF\",\"validityDays\":30,\"keyAlgorithm\":\"EC_P256\"}";

    @Parameter
    Database database;

    private Fleet fleet;
    private Quotas quotas;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(database.server());
        quotas = new Quotas(fleet);
    }

    @Test
    void commitsTogetherEnrollNoMoreDevicesThanTheQuota() throws Exception {
        List<Draft> drafts = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> Draft.of(fleet, ImportFile.of(100L * (i + 1), 4)))
                .toList();
        quotas.ofOrganization("devices", 10);

        List<Answer> answers = together(i -> drafts.get(i).commit(false));

        Quotas.assertAmount(answers, 200, 2);
        assertThat(fleet.enrollments()).isEqualTo(8);
        assertThat(use("devices").getInt("used")).isEqualTo(8);
        assertThat(use("devices").getBoolean("near")).isTrue();
        Draft left = drafts.stream()
                .filter(draft -> draft.status().equals("DRAFT"))
                .findFirst()
                .orElseThrow();
        assertThat(left.json().getJsonArray("warnings").toString()).contains("at most 10 devices");
        quotas.ofOrganization("devices", null);
        assertThat(left.json().getJsonArray("warnings")).isEmpty();
        left.commit(false).expect(200);
    }

    @Test
    void whatIsDeletedMakesRoom() {
        quotas.ofOrganization("devices", 4);
        fleet.enroll(ImportFile.of(1, 4));
        Draft draft = Draft.of(fleet, ImportFile.of(10, 1));
        assertProblem(draft.commit(false), 409, ProblemCode.QUOTA_REACHED, "quota", "limit");
        int enrollment = fleet.organization()
                .get(fleet.organizationPath() + "/enrollments")
                .expect(200)
                .items()
                .getJsonObject(0)
                .getInt("id");

        fleet.organization()
                .delete(fleet.organizationPath() + "/enrollments/" + enrollment)
                .expect(204);

        draft.commit(false).expect(200);
    }

    @Test
    void uploadsTogetherLeaveNoMoreDraftRowsThanTheQuota() throws Exception {
        quotas.ofOrganization("draftRows", 25);

        List<Answer> answers = together(4, i -> fleet.upload(ImportFile.of(100L * (i + 1), 10)));

        Quotas.assertAmount(answers, 201, 2);
        assertThat(use("draftRows").getInt("used")).isEqualTo(20);
        assertThat(fleet.organization()
                        .get(fleet.importsPath())
                        .expect(200)
                        .json()
                        .getInt("total"))
                .as("nothing is kept of a refused file")
                .isEqualTo(2);
    }

    @Test
    void aFileMayNotComeWhileAsManyImportsAreAtWorkAsTheQuotaAllows() {
        quotas.ofOrganization("importsAtOnce", 0);

        Answer refused = fleet.upload(ImportFile.of(1, 1));

        assertProblem(refused, 429, ProblemCode.RATE_LIMITED, "quota", "limit");
        assertThat(refused.header("Retry-After")).contains("30");
        quotas.ofOrganization("importsAtOnce", 1);
        fleet.enroll(ImportFile.of(1, 1));
    }

    @Test
    void certificatesMadeTogetherAreNoMoreThanTheQuota() throws Exception {
        quotas.ofManufacturer("certificates", 3);

        Quotas.assertAmount(together(i -> certificate()), 201, 3);

        String first = fleet.manufacturer()
                .get(fleet.certificatesPath())
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + first).expect(204);
        certificate().expect(201);
        assertProblem(certificate(), 409, ProblemCode.QUOTA_REACHED, "quota", "limit");
    }

    @Test
    void theTokensOfATenantAreNoMoreThanTheQuota() {
        String manager = fleet.manager();
        quotas.ofOrganization("apiTokens", 2);
        String wish = "{\"name\":\"ci\",\"expiresInDays\":1}";
        ApiClient withPassword = fleet.server().nobody().basic(manager, Fleet.CHOSEN);

        Answer made = withPassword.post("/api/v1/tokens", wish).expect(201);

        assertThat(use("apiTokens").getInt("used"))
                .as("one is the client's own")
                .isEqualTo(2);
        assertProblem(withPassword.post("/api/v1/tokens", wish), 409, ProblemCode.QUOTA_REACHED, "quota", "limit");
        fleet.server()
                .nobody()
                .bearer(made.text("token"))
                .delete("/api/v1/tokens/" + made.text("id"))
                .expect(204);
        withPassword.post("/api/v1/tokens", wish).expect(201);
    }

    @Test
    void theServerMakesNoMoreKeysInAnHourThanTheQuota() throws Exception {
        quotas.ofManufacturer("generatedKeysPerHour", 2);

        List<Answer> answers = together(i -> certificate());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertRates(answers, 201, 3_600);
    }

    @Test
    void requestsInAMinuteAreNoMoreThanTheQuota() throws Exception {
        quotas.ofOrganization("apiRequestsPerMinute", 20);
        awaitFreshMinute();

        List<Answer> answers = together(30, i -> fleet.organization().get(fleet.organizationPath()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(20);
        assertRates(answers, 200, 60);
        fleet.manufacturer().get(fleet.manufacturerPath()).expect(200);
        quotas.ofOrganization("apiRequestsPerMinute", null);
        fleet.organization().get(fleet.organizationPath()).expect(200);
    }

    @Test
    void devicesSendNoMoreMessagesInADayThanTheQuota() {
        fleet.enroll(ImportFile.of(1, 1));
        SimulatedDevice device = SimulatedDevice.provision(fleet.server(), fleet.newCertificate(), ImportFile.imei(1));
        quotas.ofOrganization("telemetryMessagesPerDay", 5);
        String three = "[{\"data\":{\"a\":1}},{\"data\":{\"a\":2}},{\"data\":{\"a\":3}}]";

        device.client().post("/api/v1/telemetry", three).expect(202);
        Answer refused = device.client().post("/api/v1/telemetry", three);
        assertRates(List.of(refused), 202, 86_400);
        Answer kept = fleet.organization()
                .get(fleet.devicesPath() + "/" + device.id() + "/telemetry")
                .expect(200);

        assertThat(kept.items()).hasSize(3);
        assertThat(use("telemetryMessagesPerDay").getInt("used")).isEqualTo(3);
    }

    @Test
    void devicesJoinNoMoreThanAQuotaBelowWhatIsEnrolled() throws Exception {
        fleet.enroll(ImportFile.of(1, AT_ONCE));
        Certificate certificate = fleet.newCertificate();
        quotas.ofOrganization("devices", 4);
        List<String> bodies = IntStream.rangeClosed(1, AT_ONCE)
                .mapToObj(i -> Proof.fresh(certificate, ImportFile.imei(i)).body())
                .toList();

        List<Answer> answers = new AtOnce(fleet.server(), certificate.accessKey()).send(bodies);

        assertThat(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())))
                .isEqualTo(Map.of(201, 4L, 403, 2L));
        answers.stream()
                .filter(answer -> answer.status() == 403)
                .forEach(answer -> assertProblem(answer, 403, ProblemCode.BUDGET_EXHAUSTED));
        JsonObject seen =
                fleet.ownAttempts("outcome=budget-exhausted").expect(200).json();
        assertThat(seen.getInt("total")).isEqualTo(2);
        assertThat(seen.getJsonArray("items").getJsonObject(0).getString("reason"))
                .contains("as many devices as its quota allows");
        String again = Proof.fresh(certificate, refusedOf(answers)).body();
        quotas.ofOrganization("devices", AT_ONCE);
        SimulatedDevice.request(fleet.server().nobody(), certificate.accessKey(), again)
                .expect(201);
    }

    @Test
    void onlyAnAdministratorSetsThem() {
        String wish = "{\"quotas\":{\"devices\":5}}";
        String path = fleet.organizationPath();
        assertProblem(fleet.organization().patch(path, wish, null), 403, ProblemCode.FORBIDDEN);
        assertProblem(fleet.rival().organization().patch(path, wish, null), 404, ProblemCode.NOT_FOUND);
        assertProblem(
                fleet.manufacturer().patch(fleet.manufacturerPath(), "{\"quotas\":{\"certificates\":5}}", null),
                403,
                ProblemCode.FORBIDDEN);
        for (String wrong : List.of("{\"certificates\":5}", "{\"devices\":-1}", "{\"devices\":\"5\"}", "[]")) {
            assertProblem(
                    fleet.server().administratorByToken().patch(path, "{\"quotas\":" + wrong + "}", null),
                    422,
                    ProblemCode.VALIDATION_FAILED);
        }
        quotas.ofOrganization("devices", 5);
        JsonObject own = fleet.organization().get(path).expect(200).json();
        assertThat(own.getJsonObject("quotas").getInt("devices")).isEqualTo(5);
        assertThat(own.getJsonObject("quotas")).doesNotContainKey("heldElsewherePerDay");
        assertThat(use("devices").getBoolean("own")).isTrue();
        quotas.ofOrganization("devices", null);
        assertThat(use("devices").getInt("limit")).isEqualTo(10_000_000);
    }

    private JsonObject use(String quota) {
        return fleet
                .organization()
                .get(fleet.organizationPath() + "/quotas")
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(item -> item.getString("quota").equals(quota))
                .findFirst()
                .orElseThrow();
    }

    private Answer certificate() {
        return fleet.manufacturer().post(fleet.certificatesPath(), WISH);
    }

    /** One of the identifiers whose device did not join. */
    private static String refusedOf(List<Answer> answers) {
        return IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).status() == 403)
                .mapToObj(i -> ImportFile.imei(i + 1L))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRates(List<Answer> answers, int success, int longest) {
        answers.stream().filter(answer -> answer.status() != success).forEach(answer -> {
            assertProblem(answer, 429, ProblemCode.RATE_LIMITED, "quota", "limit");
            assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow()))
                    .isBetween(1, longest);
        });
    }

    /** A test that counts the requests of a minute needs a part of that minute. */
    private static void awaitFreshMinute() throws InterruptedException {
        long second = System.currentTimeMillis() / 1_000 % 60;
        if (second > 45) {
            Thread.sleep((60 - second) * 1_000);
        }
    }

    private static List<Answer> together(IntFunction<Answer> request) throws Exception {
        return together(AT_ONCE, request);
    }

    private static List<Answer> together(int many, IntFunction<Answer> request) throws Exception {
        return Quotas.together(IntStream.range(0, many)
                .<Callable<Answer>>mapToObj(i -> () -> request.apply(i))
                .toList());
    }
}
