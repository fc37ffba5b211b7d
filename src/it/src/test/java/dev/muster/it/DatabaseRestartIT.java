package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** PostgreSQL is stopped and started again while the server works: nothing half is left, and the server goes on. */
class DatabaseRestartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROWS = 30_000;

    @Test
    void anImportThatWasComingInIsBrokenOff() throws Exception {
        Fleet fleet = Fleet.create(Database.POSTGRESQL.server());
        EndlessFile file = new EndlessFile(12_000);
        CompletableFuture<Answer> upload =
                CompletableFuture.supplyAsync(() -> fleet.upload(BodyPublishers.ofInputStream(() -> file)));
        Await.until(PATIENCE, () -> imports(fleet), DatabaseRestartIT::hasRows);
        restartDatabase();
        file.end();
        Answer answer = upload.get(60, TimeUnit.SECONDS);
        assertThat(answer.status()).as(answer.toString()).isGreaterThanOrEqualTo(500);
        List<JsonObject> left = Await.until(PATIENCE, () -> imports(fleet), DatabaseRestartIT::isNothingAtWork);
        assertThat(left).hasSize(1);
        assertThat(left.get(0).getString("status")).isIn("INTERRUPTED", "FAILED");
        Draft broken = new Draft(fleet, left.get(0).getString("id"));
        broken.discard().expect(204);
        Draft.of(fleet, ImportFile.of(1, 10)).commit(false).expect(200);
    }

    @Test
    void aCommitThatWasUnderWayIsAllOrNothing() {
        Fleet fleet = Fleet.create(Database.POSTGRESQL.server());
        Draft draft = new Draft(
                fleet, fleet.upload(ImportFile.of(1, ROWS)).expect(202).text("id"));
        Await.until(PATIENCE, draft::status, "DRAFT"::equals);
        draft.commit(false).expect(202);
        restartDatabase();
        Await.until(PATIENCE, draft::look, answer -> answer.status() == 200);
        String end = Await.until(PATIENCE, draft::status, status -> !status.equals("COMMITTING"));
        assertThat(end).isEqualTo("COMMITTED");
        assertThat(fleet.enrollments()).isEqualTo(ROWS);
    }

    private static void restartDatabase() {
        Database.postgres().stop();
        Database.postgres().start();
    }

    /** None while the database is away. */
    private static List<JsonObject> imports(Fleet fleet) {
        Answer answer = fleet.organization().get(fleet.importsPath());
        return answer.status() == 200 ? answer.items().getValuesAs(JsonObject.class) : List.of();
    }

    private static boolean hasRows(List<JsonObject> imports) {
        return imports.stream().anyMatch(one -> one.getInt("rows") > 0);
    }

    private static boolean isNothingAtWork(List<JsonObject> imports) {
        return !imports.isEmpty()
                && imports.stream().noneMatch(one -> one.getString("status").matches("READING|VALIDATING|COMMITTING"));
    }
}
