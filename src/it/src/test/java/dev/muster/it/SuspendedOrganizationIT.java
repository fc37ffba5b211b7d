package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one database. An administrator suspends an organization at the one; at the other its users read and
 * change nothing from the next request on, and its devices are refused. After the resumption everything works as before.
 */
class SuspendedOrganizationIT {

    private static final String PAGE = "/organization/imports.xhtml";

    private static final String BANNER = "data-testid=\"organization-suspended\"";

    private final MusterServer a = Database.POSTGRESQL.server();
    private final MusterServer b = Database.another();

    @TempDir
    Path directory;

    private Fleet fleet;
    private ApiClient admin;
    private ApiClient manager;
    private Certificate certificate;
    private String path;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(a);
        fleet.enroll(ImportFile.of(1, 4));
        certificate = fleet.newCertificate();
        admin = a.administratorByToken();
        manager = fleet.organization().at(b);
        path = fleet.organizationPath();
    }

    @Test
    void itsUsersReadAndChangeNothingUntilItIsResumed() {
        String username = fleet.manager();
        PortalClient portal = PortalClient.at(b).logIn(username, Fleet.CHOSEN);
        assertThat(portal.get(PAGE).expect(200).body())
                .contains("data-open=\"upload\"")
                .doesNotContain(BANNER);

        JsonObject suspended = suspend(true);

        assertThat(suspended.getBoolean("suspended")).isTrue();
        assertThat(suspended.getString("suspendedAt")).isNotEmpty();
        assertThat(portal.get(PAGE).expect(200).body()).contains(BANNER).doesNotContain("data-open=\"upload\"");
        assertThat(portal.get("/account/profile.xhtml").expect(200).body()).contains(BANNER);
        manager.get(fleet.importsPath()).expect(200);
        assertThat(manager.get(path).expect(200).json().getBoolean("suspended")).isTrue();
        assertSuspended(manager.post(fleet.importsPath() + "?manufacturer=" + fleet.manufacturerId(), "text/csv", "x"));
        PortalClient.at(b).logIn(username, Fleet.CHOSEN).get(PAGE).expect(200);
        b.nobody().basic(username, Fleet.CHOSEN).withNewToken().get(path).expect(200);

        JsonObject resumed = suspend(false);

        assertThat(resumed.getBoolean("suspended")).isFalse();
        assertThat(resumed.keySet()).doesNotContain("suspendedAt");
        assertThat(portal.get(PAGE).expect(200).body())
                .contains("data-open=\"upload\"")
                .doesNotContain(BANNER);
        manager.post(fleet.importsPath() + "?manufacturer=" + fleet.manufacturerId(), "text/csv", ImportFile.of(9, 1))
                .expect(201);
    }

    @Test
    void noCallOfItsManagersChangesAnything() {
        Map<String, String> ids = Map.of("organizationId", fleet.organizationId());
        List<DocumentedCalls.Call> writing = DocumentedCalls.of(b, ids).stream()
                .filter(call -> !call.isReading() && call.path().startsWith(path))
                .toList();
        assertThat(writing).hasSizeGreaterThan(25);
        suspend(true);
        writing.forEach(call -> assertSuspended(call.by(manager)));
        assertThat(fleet.enrollments()).isEqualTo(4);
    }

    @Test
    void itsDevicesAreRefusedUntilItIsResumed() {
        SimulatedDevice joined = SimulatedDevice.provision(b, certificate, ImportFile.imei(1));
        joined.report(1, "{\"a\":1}").expect(202);
        suspend(true);

        assertProblem(joined.report(2, "{\"a\":2}"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        assertProblem(joined.client().get("/api/v1/device"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        Proof proof = Proof.fresh(certificate, ImportFile.imei(2));
        JsonObject problem =
                assertProblem(SimulatedDevice.request(b.nobody(), proof), 403, ProblemCode.ORGANIZATION_SUSPENDED);
        assertThat(problem.getBoolean("retryable")).isFalse();
        assertThat(fleet.ownAttempts("outcome=organization-suspended").json().getInt("total"))
                .isEqualTo(1);
        assertThat(fleet.attempts("outcome=organization-suspended").json().getInt("total"))
                .isEqualTo(1);

        suspend(false);

        joined.report(2, "{\"a\":2}").expect(202);
        SimulatedDevice.request(b.nobody(), proof).expect(201);
    }

    @Test
    void aCertificateOfADeviceIsSuspendedToo() throws Exception {
        OwnKey own = OwnKey.create(directory);
        String provision = "/api/v1/provision";
        Answer first = b.nobody()
                .post(provision + "/" + certificate.accessKey(), own.body(certificate, ImportFile.imei(1)))
                .expect(201);
        ApiClient device = own.client(b, first);
        device.get("/api/v1/device").expect(200);
        suspend(true);
        assertProblem(device.get("/api/v1/device"), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        assertProblem(device.post(provision, own.body()), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        suspend(false);
        device.post(provision, own.body()).expect(200);
    }

    @Test
    void onlyAnAdministratorSuspendsAndFindsSuspendedOnes() {
        for (String change : List.of("{\"suspended\":true}", "{\"suspended\":false}")) {
            assertProblem(fleet.organization().patch(path, change, null), 403, ProblemCode.FORBIDDEN);
            assertProblem(fleet.rival().organization().patch(path, change, null), 404, ProblemCode.NOT_FOUND);
        }
        assertProblem(admin.patch(path, "{\"suspended\":\"yes\"}", null), 422, ProblemCode.VALIDATION_FAILED);
        String list = "/api/v1/organizations?search=" + Draft.encoded(fleet.organizationName()) + "&suspended=";
        assertThat(admin.get(list + "true").expect(200).json().getInt("total")).isZero();
        suspend(true);
        assertThat(admin.get(list + "true").expect(200).json().getInt("total")).isEqualTo(1);
        assertThat(admin.get(list + "false").expect(200).json().getInt("total")).isZero();
        assertProblem(admin.get(list + "perhaps"), 422, ProblemCode.VALIDATION_FAILED);
    }

    private JsonObject suspend(boolean suspended) {
        return admin.patch(path, "{\"suspended\":" + suspended + "}", null)
                .expect(200)
                .json();
    }

    private static void assertSuspended(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertProblem(answer, 403, ProblemCode.ORGANIZATION_SUSPENDED);
    }
}
