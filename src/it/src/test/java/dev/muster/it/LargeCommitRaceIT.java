package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Two organizations commit large drafts that share identifiers: one has all of its rows, the other none. */
@OnBothDatabases
class LargeCommitRaceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROWS = 30_000;

    @Parameter
    Database database;

    @Test
    void theLoserSeesExactlyTheRowsThatAreHeld() {
        assertOneWins(ImportFile.of(1, ROWS), ImportFile.of(ROWS / 2 + 1L, ROWS), ROWS / 2);
    }

    /** In the middle each waits for what the other has. */
    @Test
    void filesInOppositeOrderBlockNobody() {
        List<String> lines = Arrays.asList(ImportFile.of(100_000, ROWS).lines().toArray(String[]::new));
        Collections.reverse(lines.subList(1, lines.size()));
        assertOneWins(ImportFile.of(100_000, ROWS), lines.stream().collect(Collectors.joining("\n", "", "\n")), ROWS);
    }

    private void assertOneWins(String csv, String otherCsv, int shared) {
        Fleet one = Fleet.create(database.server());
        Fleet other = one.rival();
        List<Draft> drafts = List.of(upload(one, csv), upload(other, otherCsv));
        drafts.stream()
                .map(draft -> CompletableFuture.supplyAsync(() -> draft.commit(false)))
                .toList()
                .forEach(answer -> answer.join().expect(202));
        List<String> ends = drafts.stream()
                .map(draft -> Await.until(PATIENCE, draft::status, status -> !status.equals("COMMITTING")))
                .toList();
        assertThat(ends).containsExactlyInAnyOrder("COMMITTED", "DRAFT");
        Draft winner = drafts.get(ends.indexOf("COMMITTED"));
        assertThat(winner.fleet().enrollments()).isEqualTo(ROWS);
        assertLost(drafts.get(ends.indexOf("DRAFT")), winner.fleet(), shared);
    }

    private static void assertLost(Draft loser, Fleet winner, int shared) {
        assertThat(loser.fleet().enrollments()).isZero();
        Answer draft = loser.look();
        assertThat(draft.json().getInt("rows")).isEqualTo(ROWS);
        assertThat(draft.json().getInt("invalidCells")).as(draft.toString()).isEqualTo(shared);
        assertThat(draft.json().containsKey("failure")).as(draft.toString()).isFalse();
        Answer first = loser.page("invalid=true&size=500");
        Answer last = loser.page("invalid=true&size=500&page=" + (shared / 500 - 1));
        assertThat(first.json().getInt("total")).isEqualTo(shared);
        assertThat(Stream.of(first, last)
                        .flatMap(page -> page.items().getValuesAs(JsonObject.class).stream())
                        .flatMap(row -> Draft.faults(row).stream()))
                .hasSize(1_000)
                .containsOnly("uniqueIdentifier:held-elsewhere");
        for (Answer told : List.of(draft, first, last)) {
            assertThat(told.body()).doesNotContain(winner.organizationId(), winner.organizationName());
        }
    }

    private static Draft upload(Fleet fleet, String csv) {
        Draft draft = new Draft(fleet, fleet.upload(csv).expect(202).text("id"));
        Await.until(PATIENCE, draft::status, "DRAFT"::equals);
        assertThat(draft.invalidCells()).isZero();
        return draft;
    }
}
