package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A server is killed at random moments of an import and a commit, and started again: every draft is whole or cleanly
 * absent, every commit is all or nothing, and nothing stays locked.
 */
@OnBothDatabases
class ImportKillIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int COMMITTED_ROWS = 21_000;
    private static final int FIRST_IMPORTED = 100_000;
    private static final long BEFORE_THE_ANSWER = TimeUnit.MILLISECONDS.toNanos(60);

    @Parameter
    Database database;

    private final long seed = Long.getLong("muster.it.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private MusterServer server;
    private Fleet fleet;

    @Test
    void everyImportIsWholeAndEveryCommitIsAllOrNothing() throws Exception {
        server = database.server();
        fleet = Fleet.create(server);
        int cycles = cycles();
        System.out.printf("%s: %d kills with muster.it.seed=%d%n", database, cycles, seed);
        for (int i = 0; i < cycles; i++) {
            killOnce(i);
        }
    }

    /** Of five, three on PostgreSQL, which is for what must survive. */
    private int cycles() {
        int all = Integer.getInteger("muster.it.kill-cycles", 5);
        int onPostgres = (all * 3 + 4) / 5;
        return database == Database.POSTGRESQL ? onPostgres : all - onPostgres;
    }

    private void killOnce(int cycle) throws Exception {
        long begin = System.nanoTime();
        Draft committed = new Draft(
                fleet,
                fleet.upload(ImportFile.of(1, COMMITTED_ROWS)).expect(202).text("id"));
        Await.until(PATIENCE, committed::status, "DRAFT"::equals);
        long took = System.nanoTime() - begin;
        int rows = 21_000 + random.nextInt(20_000);
        String csv = ImportFile.of(FIRST_IMPORTED, rows);
        CompletableFuture<Optional<Answer>> upload = answerOf(() -> fleet.upload(csv));
        CompletableFuture<Optional<Answer>> commit = answerOf(() -> committed.commit(false));
        long moment = (long) (random.nextDouble() * (soon() ? BEFORE_THE_ANSWER : 2 * took));
        LockSupport.parkNanos(moment);
        server.kill();
        Optional<Answer> uploaded = upload.get(60, TimeUnit.SECONDS);
        Optional<Answer> asked = commit.get(60, TimeUnit.SECONDS);
        server.launch();
        String end = assertWholeOrAbsent(uploaded, rows) + ", " + assertAllOrNothing(committed, asked);
        System.out.printf("%s: kill %d after %d ms: %s%n", database, cycle, TimeUnit.NANOSECONDS.toMillis(moment), end);
    }

    /** Of three kills, one in the moments in which a commit is not acknowledged yet. */
    private boolean soon() {
        return random.nextInt(3) == 0;
    }

    /** What was answered; nothing where the server was gone before it answered. */
    private static CompletableFuture<Optional<Answer>> answerOf(java.util.function.Supplier<Answer> request) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Optional.of(request.get());
            } catch (java.io.UncheckedIOException theServerIsGone) {
                return Optional.empty();
            }
        });
    }

    private String assertWholeOrAbsent(Optional<Answer> uploaded, int rows) {
        Optional<Draft> imported = imports().stream()
                .filter(one -> !one.getString("status").equals("COMMITTED"))
                .map(one -> new Draft(fleet, one.getString("id")))
                .filter(draft -> isImported(draft))
                .findFirst();
        if (imported.isEmpty()) {
            assertThat(uploaded).isEmpty();
            return "absent";
        }
        Draft draft = imported.get();
        JsonObject ended = ended(draft);
        boolean whole = ended.getString("status").equals("DRAFT");
        assertThat(ended.getString("status")).isIn("DRAFT", "INTERRUPTED");
        assertThat(whole || uploaded.isEmpty()).as(ended.toString()).isTrue();
        int kept = ended.getInt("rows");
        assertThat(draft.page("size=1").json().getInt("total")).isEqualTo(kept);
        if (whole) {
            assertThat(kept).isEqualTo(rows);
            assertThat(ended.getInt("invalidCells")).isZero();
            assertThat(draft.page("size=1&page=" + (rows - 1)).items()).hasSize(1);
        }
        draft.discard().expect(204);
        assertThat(draft.look().status()).isEqualTo(404);
        return ended.getString("status") + " with " + kept + " of " + rows;
    }

    private String assertAllOrNothing(Draft committed, Optional<Answer> asked) {
        asked.ifPresent(answer -> answer.expect(202));
        String status = ended(committed).getString("status");
        assertThat(status).isIn(asked.isPresent() ? List.of("COMMITTED") : List.of("COMMITTED", "DRAFT"));
        assertThat(fleet.enrollments()).isEqualTo(status.equals("COMMITTED") ? COMMITTED_ROWS : 0);
        if (status.equals("DRAFT")) {
            committed.commit(false).expect(202);
            Await.until(PATIENCE, committed::status, "COMMITTED"::equals);
            assertThat(fleet.enrollments()).isEqualTo(COMMITTED_ROWS);
        }
        committed.discard().expect(204);
        assertThat(fleet.enrollments()).isZero();
        assertThat(imports()).isEmpty();
        return status;
    }

    private static JsonObject ended(Draft draft) {
        return Await.until(
                PATIENCE, draft::json, json -> !json.getString("status").matches("READING|VALIDATING|COMMITTING"));
    }

    private boolean isImported(Draft draft) {
        List<JsonObject> first = draft.page("size=1").items().getValuesAs(JsonObject.class);
        return first.isEmpty() || first.get(0).getString("uniqueIdentifier").equals(ImportFile.imei(FIRST_IMPORTED));
    }

    private List<JsonObject> imports() {
        return fleet.organization().get(fleet.importsPath()).expect(200).items().getValuesAs(JsonObject.class);
    }
}
