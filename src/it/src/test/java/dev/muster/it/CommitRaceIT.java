package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Two organizations commit the same identifiers in the same moment. */
@OnBothDatabases
class CommitRaceIT {

    private static final int ROWS = 200;

    @Parameter
    Database database;

    @Test
    void oneWinsAndTheOtherIsToldWithoutTheWinnersName() {
        Fleet one = Fleet.create(database.server());
        Fleet other = one.rival();
        String csv = ImportFile.of(1, ROWS);
        List<Commit> commits = Stream.of(one, other)
                .map(fleet -> new Commit(fleet, fleet.upload(csv).expect(201).text("id")))
                .toList();
        List<CompletableFuture<Answer>> running = commits.stream()
                .map(commit -> CompletableFuture.supplyAsync(() -> commit.fleet.commit(commit.importId)))
                .toList();
        List<Answer> answers = running.stream().map(CompletableFuture::join).toList();
        int winner = answers.get(0).status() == 200 ? 0 : 1;
        assertThat(answers.get(winner).expect(200).json().getInt("enrolled")).isEqualTo(ROWS);
        assertLost(commits.get(1 - winner), answers.get(1 - winner), commits.get(winner).fleet);
    }

    private record Commit(Fleet fleet, String importId) {}

    private static void assertLost(Commit loser, Answer answer, Fleet winner) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        JsonObject problem = assertProblem(answer, 409, ProblemCode.DRAFT_INVALID, "rows", "invalidCells");
        assertThat(problem.getInt("invalidCells")).isEqualTo(ROWS);
        String path = loser.fleet.importsPath() + "/" + loser.importId;
        Answer draft = loser.fleet.organization().get(path).expect(200);
        assertThat(draft.text("status")).isEqualTo("DRAFT");
        Answer rows = loser.fleet
                .organization()
                .get(path + "/rows?invalid=true&size=500")
                .expect(200);
        assertThat(rows.json().getInt("total")).isEqualTo(ROWS);
        for (Answer told : List.of(answer, draft, rows)) {
            assertThat(told.body()).doesNotContain(winner.organizationId(), winner.organizationName());
        }
        assertThat(rows.body()).contains("held-elsewhere");
        assertThat(loser.fleet
                        .organization()
                        .get(loser.fleet.organizationPath() + "/enrollments")
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isZero();
    }
}
