package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Slow files of one organization keep nobody else from importing. */
class FairImportIT {

    private static final int FILES = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void anOrganizationHasTwoPlacesAndTwoThatWait() throws Exception {
        Fleet fleet = Fleet.create(Database.POSTGRESQL.server());
        Fleet other = fleet.rival();
        List<EndlessFile> files =
                Stream.generate(() -> new EndlessFile(20)).limit(FILES).toList();
        List<CompletableFuture<Answer>> uploads =
                files.stream().map(file -> send(fleet, file)).toList();
        Await.until(PATIENCE, () -> answered(uploads), count -> count >= FILES - 4);
        assertThat(reading(fleet)).isEqualTo(2);
        other.upload(ImportFile.of(1, 3)).expect(201);

        files.forEach(EndlessFile::end);
        int refused = 0;
        for (CompletableFuture<Answer> upload : uploads) {
            Answer answer = upload.get(2, TimeUnit.MINUTES);
            assertThat(answer.status()).isIn(201, 429);
            if (answer.status() == 429) {
                assertProblem(answer, 429, ProblemCode.RATE_LIMITED);
                assertThat(answer.header("Retry-After")).isPresent();
                refused++;
            }
        }
        assertThat(refused).isBetween(FILES - 4, FILES - 2);
        fleet.upload(ImportFile.of(1, 3)).expect(201);
    }

    private static long answered(List<CompletableFuture<Answer>> uploads) {
        return uploads.stream().filter(CompletableFuture::isDone).count();
    }

    private static long reading(Fleet fleet) {
        return fleet.organization().get(fleet.importsPath()).expect(200).items().stream()
                .filter(item -> item.asJsonObject().getString("status").equals("READING"))
                .count();
    }

    private static CompletableFuture<Answer> send(Fleet fleet, EndlessFile file) {
        return CompletableFuture.supplyAsync(
                () -> fleet.upload(BodyPublishers.ofInputStream(() -> file)), task -> new Thread(task).start());
    }
}
