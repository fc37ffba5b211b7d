package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A manufacturer that lets only organizations on its list import its identifiers. */
@OnBothDatabases
class EnrollmentPolicyIT {

    /** More than are committed before the request is answered. */
    private static final int LARGE = 30_000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Parameter
    Database database;

    private Fleet fleet;
    private String list;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(database.server());
        list = fleet.manufacturerPath() + "/allowed-organizations";
    }

    @Test
    void aStrangersFileIsRefusedBeforeItIsRead() {
        choose("ALLOWED_ORGANIZATIONS");

        Answer refused = fleet.upload("this is no file that could be read");

        JsonObject problem = assertProblem(refused, 403, ProblemCode.FORBIDDEN);
        assertThat(problem.getString("detail")).contains("lets only organizations on its list import");
        assertThat(imports()).isZero();
        choose("OPEN");
        fleet.enroll(ImportFile.of(1, 2));
    }

    @Test
    void whoIsOnTheListImports() {
        choose("ALLOWED_ORGANIZATIONS");
        JsonObject added = fleet.manufacturer()
                .post(list, "{\"name\":\" " + fleet.organizationName().toUpperCase() + " \"}")
                .expect(200)
                .json();
        assertThat(added.getString("id")).isEqualTo(fleet.organizationId());
        allow().expect(204);

        fleet.enroll(ImportFile.of(1, 2));

        JsonObject listed = fleet.manufacturer().get(list).expect(200).json();
        assertThat(listed.getInt("total")).isEqualTo(1);
        assertThat(listed.getJsonArray("items").getJsonObject(0).keySet())
                .containsExactlyInAnyOrder("id", "name", "allowedAt");
        Fleet rival = fleet.rival();
        assertProblem(rival.upload(ImportFile.of(10, 1)), 403, ProblemCode.FORBIDDEN);
    }

    @Test
    void aDraftWhoseOrganizationIsTakenOffTheListStaysAsItIs() {
        choose("ALLOWED_ORGANIZATIONS");
        allow().expect(204);
        fleet.enroll(ImportFile.of(1, 1));
        Draft draft = Draft.of(fleet, ImportFile.of(10, 3));
        disallow().expect(204);
        assertProblem(disallow(), 404, ProblemCode.NOT_FOUND);

        for (boolean validRowsOnly : List.of(false, true)) {
            assertProblem(draft.commit(validRowsOnly), 403, ProblemCode.FORBIDDEN);
        }

        assertThat(draft.status()).isEqualTo("DRAFT");
        assertThat(draft.rows()).hasSize(3);
        assertThat(fleet.enrollments()).as("what was enrolled before stays").isEqualTo(1);
        draft.edit(1, "deviceName", "still a draft").expect(200);
        allow().expect(204);
        draft.commit(false).expect(200);
        assertThat(fleet.enrollments()).isEqualTo(4);
    }

    /**
     * The list changes while a commit goes on. Whichever comes first: once the change is answered, either everything was
     * enrolled, or nothing ever is.
     */
    @Test
    void aChangeOfTheListIsDecidedAgainstACommitUnderWay() {
        choose("ALLOWED_ORGANIZATIONS");
        allow().expect(204);
        String importId = fleet.upload(BodyPublishers.ofString(ImportFile.of(1, LARGE)))
                .expect(202)
                .text("id");
        Draft draft = new Draft(fleet, importId);
        Await.until(PATIENCE, draft::status, "DRAFT"::equals);
        draft.commit(false).expect(202);

        disallow().expect(204);

        String then = draft.status();
        Await.until(PATIENCE, draft::status, status -> !status.equals("COMMITTING"));
        if (then.equals("COMMITTED")) {
            assertThat(fleet.enrollments()).isEqualTo(LARGE);
        } else {
            assertThat(draft.status()).isEqualTo("DRAFT");
            assertThat(draft.json().getString("failure")).contains("lets only organizations on its list import");
            assertThat(draft.json().getInt("rows")).isEqualTo(LARGE);
            assertThat(fleet.enrollments()).isZero();
        }
    }

    @Test
    void whoIsNotKnownIsNotFound() {
        Answer noName = fleet.manufacturer().post(list, "{\"name\":\"" + UUID.randomUUID() + "\"}");
        Answer part = fleet.manufacturer()
                .post(list, "{\"name\":\"" + fleet.organizationName().substring(0, 20) + "\"}");
        Answer wildcard = fleet.manufacturer().post(list, "{\"name\":\"Fleet%\"}");
        Answer noId = put(UUID.randomUUID().toString());

        assertProblem(noName, 422, ProblemCode.VALIDATION_FAILED);
        for (Answer other : List.of(part, wildcard, noId)) {
            assertThat(Problems.comparable(other)).isEqualTo(Problems.comparable(noName));
        }
        assertThat(fleet.manufacturer().get(list).expect(200).items()).isEmpty();
    }

    @Test
    void anAdministratorKeepsTheListToo() {
        ApiClient admin = database.server().administratorByToken();
        admin.patch(fleet.manufacturerPath(), "{\"enrollment\":\"ALLOWED_ORGANIZATIONS\"}", null)
                .expect(200);
        admin.post(list, "{\"name\":\"" + fleet.organizationName() + "\"}").expect(200);

        fleet.enroll(ImportFile.of(1, 1));

        admin.delete(list + "/" + fleet.organizationId()).expect(204);
        assertProblem(fleet.upload(ImportFile.of(2, 1)), 403, ProblemCode.FORBIDDEN);
        String nobodys = "/api/v1/manufacturers/" + UUID.randomUUID() + "/allowed-organizations";
        assertProblem(admin.get(nobodys), 404, ProblemCode.NOT_FOUND);
    }

    private void choose(String policy) {
        fleet.manufacturer()
                .patch(fleet.manufacturerPath(), "{\"enrollment\":\"" + policy + "\"}", null)
                .expect(200);
    }

    private Answer allow() {
        return put(fleet.organizationId());
    }

    private Answer put(String organizationId) {
        ApiClient manufacturer = fleet.manufacturer();
        return manufacturer.send(
                manufacturer.request(list + "/" + organizationId).PUT(BodyPublishers.noBody()));
    }

    private Answer disallow() {
        return fleet.manufacturer().delete(list + "/" + fleet.organizationId());
    }

    private int imports() {
        return fleet.organization().get(fleet.importsPath()).expect(200).json().getInt("total");
    }
}
