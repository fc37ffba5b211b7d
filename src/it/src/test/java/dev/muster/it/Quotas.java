package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The quotas of the tenants of a test, as an administrator sets them. */
record Quotas(Fleet fleet) {

    /** In milliseconds. A change counts on all servers within a second, and nothing tells when. */
    private static final long KNOWN_EVERYWHERE = 1_000;

    void ofOrganization(String quota, Object limit) {
        set(fleet.organizationPath(), quota, limit);
    }

    void ofManufacturer(String quota, Object limit) {
        set(fleet.manufacturerPath(), quota, limit);
    }

    private void set(String path, String quota, Object limit) {
        fleet.server()
                .administratorByToken()
                .patch(path, "{\"quotas\":{\"%s\":%s}}".formatted(quota, limit), null)
                .expect(200);
        try {
            Thread.sleep(KNOWN_EVERYWHERE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many identifiers of others an administrator sees today. */
    long heldElsewhere() {
        return fleet
                .server()
                .administratorByToken()
                .get(fleet.organizationPath() + "/held-elsewhere")
                .expect(200)
                .items()
                .stream()
                .mapToLong(
                        day -> day.asJsonObject().getJsonNumber("identifiers").longValue())
                .sum();
    }

    /** The answers to requests that are sent together. */
    static List<Answer> together(List<Callable<Answer>> requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(requests, 3, TimeUnit.MINUTES)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asserts that as many succeeded, and that all others were refused because the amount is reached. */
    static void assertAmount(List<Answer> answers, int success, long succeeded) {
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != success).toList();
        assertThat(answers.size() - refused.size()).as(refused.toString()).isEqualTo((int) succeeded);
        refused.forEach(answer -> assertProblem(answer, 409, ProblemCode.QUOTA_REACHED, "quota", "limit"));
    }
}
