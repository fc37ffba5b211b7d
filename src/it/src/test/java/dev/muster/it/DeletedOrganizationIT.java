package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** An administrator deletes an organization: it is gone at once, and what it owned is removed soon after. */
@OnBothDatabases
class DeletedOrganizationIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** More than are removed in one step. */
    private static final int ROWS = 2_500;

    private static final List<String> TABLES = List.of(
            "device",
            "enrollment",
            "enrollment_batch",
            "device_model",
            "notice",
            "membership",
            "allowed_organization",
            "approval_request");

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private MusterServer server;
    private ApiClient admin;
    private Fleet fleet;
    private String path;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        admin = server.administratorByToken();
        fleet = Fleet.create(server);
        path = fleet.organizationPath();
    }

    @Test
    void onlyAnAdministratorDeletesASuspendedOne() {
        assertProblem(fleet.organization().delete(path), 403, ProblemCode.FORBIDDEN);
        assertProblem(fleet.rival().organization().delete(path), 404, ProblemCode.NOT_FOUND);
        assertProblem(admin.delete(path), 409, ProblemCode.CONFLICT);
        suspend();
        assertProblem(fleet.organization().delete(path), 403, ProblemCode.ORGANIZATION_SUSPENDED);
        admin.delete(path).expect(204);
        assertProblem(admin.delete(path), 404, ProblemCode.NOT_FOUND);
    }

    @Test
    void itIsGoneAtOnceAndWhatItOwnedSoonAfter() throws Exception {
        Fleet rival = fleet.rival();
        String guest = guest(rival);
        SimulatedDevice device = fill();
        suspend();

        admin.delete(path).expect(204);

        assertProblem(admin.get(path), 404, ProblemCode.NOT_FOUND);
        assertProblem(admin.patch(path, "{\"suspended\":false}", null), 404, ProblemCode.NOT_FOUND);
        assertThat(found("/api/v1/organizations", fleet.organizationName())).isZero();
        assertProblem(fleet.organization().get("/api/v1/account"), 401, ProblemCode.UNAUTHENTICATED);
        admin.post("/api/v1/organizations", "{\"name\":\"" + fleet.organizationName() + "\"}")
                .expect(201);
        assertProblem(
                admin.post(
                        "/api/v1/users",
                        "{\"username\":\"late %s\",\"role\":\"ORGANIZATION_VIEWER\",\"organizationId\":\"%s\"}"
                                .formatted(fleet.organizationName(), fleet.organizationId())),
                422,
                ProblemCode.VALIDATION_FAILED);
        assertTheGuestWorksForTheOther(guest, rival);
        rival.organization().get(rival.devicesPath()).expect(200);

        Await.until(PATIENCE, () -> device.report(2, "{\"a\":2}").status(), status -> status == 401);
        Await.until(PATIENCE, () -> enrollableBy(rival), enrollable -> enrollable);
        if (database == Database.POSTGRESQL) {
            assertNothingIsLeft();
        }
    }

    /** A device with telemetry and a certificate of its own, a draft, a model, a place on a list. */
    private SimulatedDevice fill() throws Exception {
        fleet.enroll(ImportFile.of(1, ROWS));
        fleet.upload(ImportFile.of(ROWS + 10, 2)).expect(201);
        fleet.organization()
                .post(path + "/device-models", "{\"name\":\"theirs\"}")
                .expect(201);
        fleet.manufacturer()
                .put(fleet.manufacturerPath() + "/allowed-organizations/" + fleet.organizationId(), "")
                .expect(204);
        Certificate certificate = fleet.newCertificate();
        OwnKey own = OwnKey.create(directory);
        server.nobody()
                .post("/api/v1/provision/" + certificate.accessKey(), own.body(certificate, ImportFile.imei(2)))
                .expect(201);
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        device.report(1, "{\"a\":1}").expect(202);
        return device;
    }

    /** Somebody who works for the organization first, and for another one, too. */
    private String guest(Fleet other) {
        String name = fleet.manager();
        String id = admin.get("/api/v1/users?search=" + Draft.encoded(name))
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
        admin.post(
                        "/api/v1/users/" + id + "/memberships",
                        "{\"role\":\"ORGANIZATION_MANAGER\",\"organizationId\":\"" + other.organizationId() + "\"}")
                .expect(201);
        return name;
    }

    private void assertTheGuestWorksForTheOther(String guest, Fleet other) {
        assertThat(found("/api/v1/users", guest)).isEqualTo(1);
        server.nobody()
                .basic(guest, Fleet.CHOSEN)
                .withNewToken()
                .get(other.importsPath())
                .expect(200);
    }

    private int found(String list, String name) {
        return admin.get(list + "?search=" + Draft.encoded(name))
                .expect(200)
                .json()
                .getInt("total");
    }

    private void suspend() {
        admin.patch(path, "{\"suspended\":true}", null).expect(200);
    }

    /** Whether another organization can import the last one of its identifiers. */
    private boolean enrollableBy(Fleet rival) {
        Answer draft = rival.upload(ImportFile.of(ROWS, 1)).expect(201);
        boolean enrollable = draft.json().getInt("invalidCells") == 0;
        if (enrollable) {
            rival.commit(draft.text("id")).expect(200);
        }
        return enrollable;
    }

    private void assertNothingIsLeft() {
        for (String table : TABLES) {
            Await.until(PATIENCE, () -> rowsOf(table), "0"::equals);
        }
        Await.until(PATIENCE, () -> value("select name from organization where id = '%s'"), String::isEmpty);
        assertThat(value("select count(*) from credential_certificate c join issuer i on i.id = c.issuer_id"
                        + " where i.organization_id = '%s' and c.revoked_at is not null"))
                .isEqualTo("1");
    }

    private String rowsOf(String table) {
        return value("select count(*) from " + table + " where organization_id = '%s'");
    }

    private String value(String sql) {
        return Database.postgres().value(sql.formatted(fleet.organizationId()));
    }
}
