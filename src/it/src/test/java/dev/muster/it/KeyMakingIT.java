package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** RSA keys take long to make, and nobody else waits for them. */
class KeyMakingIT {

    private static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String RSA = "{\"name\":\"slow\",\"keyAlgorithm\":\"RSA_4096\",\"validityDays\":30}";

    private static final String EC = "{\"name\":\"quick\",\"keyAlgorithm\":\"EC_P256\",\"validityDays\":30}";

    @Test
    void othersAreServedWhileManyRsaKeysAreMade() {
        Fleet fleet = Fleet.create(Database.POSTGRESQL.server());
        List<CompletableFuture<Answer>> searches =
                Stream.generate(() -> send(fleet, RSA)).limit(AT_ONCE).toList();
        int served = 0;
        do {
            fleet.manufacturer().get(fleet.certificatesPath()).expect(200);
            send(fleet, EC).join().expect(201);
            served++;
        } while (!searches.stream().allMatch(CompletableFuture::isDone));

        List<Answer> answers = searches.stream().map(CompletableFuture::join).toList();
        assertThat(served).isGreaterThan(1);
        assertThat(answers).extracting(Answer::status).contains(201).containsOnly(201, 503);
        answers.stream().filter(answer -> answer.status() == 503).forEach(KeyMakingIT::assertTold);
        long made = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(fleet.manufacturer()
                        .get(fleet.certificatesPath())
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(made + served);
    }

    private static void assertTold(Answer busy) {
        assertProblem(busy, 503, ProblemCode.UNAVAILABLE);
        assertThat(busy.header("Retry-After")).isPresent();
    }

    private static CompletableFuture<Answer> send(Fleet fleet, String wish) {
        ApiClient client = fleet.manufacturer();
        return CompletableFuture.supplyAsync(
                () -> client.send(client.request(fleet.certificatesPath())
                        .timeout(PATIENCE)
                        .header("Content-Type", ApiClient.JSON)
                        .POST(BodyPublishers.ofString(wish))),
                task -> new Thread(task).start());
    }
}
