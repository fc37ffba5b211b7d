package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What goes on after its request was answered can be stopped, and leaves nothing half. */
@OnBothDatabases
class LargeImportIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROWS = 30_000;
    private static final int TRIES = 5;

    @Parameter
    Database database;

    private Fleet fleet;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(database.server());
    }

    @Test
    void validatingIsCancelled() {
        for (int i = 0; i < TRIES; i++) {
            Answer answer = fleet.upload(ImportFile.of(1, ROWS)).expect(202);
            assertThat(answer.text("status")).isIn("VALIDATING", "DRAFT");
            Draft validating = new Draft(fleet, answer.text("id"));
            validating.discard().expect(204);
            Answer ended = Await.until(PATIENCE, validating::look, LargeImportIT::isGoneOrEmpty);
            if (ended.status() == 200) {
                assertThat(ended.text("status")).isEqualTo("CANCELLED");
                assertThat(validating.rows()).isEmpty();
                validating.discard().expect(204);
                assertThat(validating.look().status()).isEqualTo(404);
                return;
            }
        }
        throw new AssertionError("validating was over before it could be cancelled, " + TRIES + " times");
    }

    /** Stopped in time it is a draft; asked too late it is withdrawn or stays. */
    @Test
    void aCommitIsCancelledWhollyOrNotAtAll() {
        Draft draft = whole(fleet.upload(ImportFile.of(1, ROWS)));
        draft.commit(false).expect(202);
        draft.discard().expect(204);
        Answer ended = Await.until(PATIENCE, draft::look, answer -> !isCommitting(answer));
        String status = ended.status() == 404 ? "gone" : ended.text("status");
        System.out.printf("%s: a commit that is cancelled ends %s%n", database, status);
        assertThat(status).isIn("DRAFT", "COMMITTED", "gone");
        assertThat(fleet.enrollments()).isEqualTo(status.equals("COMMITTED") ? ROWS : 0);
        if (status.equals("DRAFT")) {
            assertThat(ended.text("failure")).contains("cancelled");
            assertThat(ended.json().getInt("rows")).isEqualTo(ROWS);
            draft.commit(false).expect(202);
            Await.until(PATIENCE, draft::status, "COMMITTED"::equals);
            assertThat(fleet.enrollments()).isEqualTo(ROWS);
        }
    }

    @Test
    void aLargeDraftWithAnInvalidCellIsRefusedAtOnce() {
        String csv = ImportFile.of(1, ROWS).replaceAll("(?m)^(.*,device-7),STANDALONE$", "$1,lamp");
        Draft draft = whole(fleet.upload(csv));
        JsonObject problem = assertProblem(draft.commit(false), 409, ProblemCode.DRAFT_INVALID, "rows", "invalidCells");
        assertThat(problem.getInt("invalidCells")).isEqualTo(1);
        assertThat(draft.status()).isEqualTo("DRAFT");
        assertThat(fleet.enrollments()).isZero();
    }

    @Test
    void theValidRowsOfALargeDraftAreAdded() {
        String csv = ImportFile.of(1, ROWS).replaceAll("(?m)^(.*00,device-\\d+),STANDALONE$", "$1,lamp");
        Draft draft = whole(fleet.upload(csv));
        int invalid = draft.invalidCells();
        assertThat(invalid).isPositive();
        draft.commit(true).expect(202);
        Await.until(PATIENCE, draft::status, "COMMITTED"::equals);
        assertThat(fleet.enrollments()).isEqualTo(ROWS - invalid);
        List<JsonObject> imports = fleet.organization()
                .get(fleet.importsPath())
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class);
        JsonObject rest = imports.stream()
                .filter(one -> one.containsKey("restOf"))
                .findFirst()
                .orElseThrow();
        assertThat(rest.getString("restOf")).isEqualTo(draft.id());
        assertThat(rest.getInt("rows")).isEqualTo(invalid);
        assertThat(rest.getInt("invalidCells")).isEqualTo(invalid);
    }

    private Draft whole(Answer upload) {
        Draft draft = new Draft(fleet, upload.expect(202).text("id"));
        Await.until(PATIENCE, draft::status, "DRAFT"::equals);
        assertThat(draft.json().getInt("rows")).isEqualTo(ROWS);
        return draft;
    }

    private static boolean isGoneOrEmpty(Answer answer) {
        return answer.status() == 404 || answer.json().getInt("rows") == 0;
    }

    private static boolean isCommitting(Answer answer) {
        return answer.status() == 200 && answer.text("status").equals("COMMITTING");
    }
}
