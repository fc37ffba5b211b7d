package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A large upload and a large commit, which a test begins at the same time and ends by a kill of the server. After it every draft is
 * whole or cleanly absent, every commit is all or nothing, and nothing stays locked.
 */
final class ImportLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int COMMITTED_ROWS = 21_000;
    private static final int FIRST_IMPORTED = 100_000;

    private final Fleet fleet;
    private final Random random;

    private Draft committed;
    private long tookNanos;
    private int rows;
    private CompletableFuture<Optional<Answer>> upload;
    private CompletableFuture<Optional<Answer>> commit;

    private ImportLoad(Fleet fleet, Random random) {
        this.fleet = fleet;
        this.random = random;
    }

    static ImportLoad on(MusterServer server, Random random) {
        return new ImportLoad(Fleet.create(server), random);
    }

    /** Uploads the draft that will be committed. */
    void prepare() {
        long begin = System.nanoTime();
        committed = new Draft(
                fleet,
                fleet.upload(ImportFile.of(1, COMMITTED_ROWS)).expect(202).text("id"));
        Await.until(PATIENCE, committed::status, "DRAFT"::equals);
        tookNanos = System.nanoTime() - begin;
    }

    /** Begins both. */
    void begin() {
        rows = 21_000 + random.nextInt(20_000);
        String csv = ImportFile.of(FIRST_IMPORTED, rows);
        upload = answerOf(() -> fleet.upload(csv));
        commit = answerOf(() -> committed.commit(false));
    }

    /**
     * Returns at a random moment of the upload and the commit.
     *
     * @param soon in a quarter of the time that a smaller upload took alone. Otherwise only one of three moments is so soon
     */
    void awaitMoment(boolean soon) {
        long longest = soon || random.nextInt(3) == 0 ? tookNanos / 4 : 2 * tookNanos;
        LockSupport.parkNanos((long) (random.nextDouble() * longest));
    }

    /** To be called after the server has started again. Returns what became of the upload and the commit. */
    String assertWholeOrAbsent() throws Exception {
        Optional<Answer> uploaded = upload.get(60, TimeUnit.SECONDS);
        Optional<Answer> asked = commit.get(60, TimeUnit.SECONDS);
        return assertWholeOrAbsent(uploaded) + ", " + assertAllOrNothing(asked);
    }

    /** The answer; empty if the server was gone before it answered. */
    private static CompletableFuture<Optional<Answer>> answerOf(Supplier<Answer> request) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Optional.of(request.get());
            } catch (UncheckedIOException theServerIsGone) {
                return Optional.empty();
            }
        });
    }

    private String assertWholeOrAbsent(Optional<Answer> uploaded) {
        Optional<Draft> imported = imports().stream()
                .filter(one -> !one.getString("status").equals("COMMITTED"))
                .map(one -> new Draft(fleet, one.getString("id")))
                .filter(this::isImported)
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

    private String assertAllOrNothing(Optional<Answer> asked) {
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
