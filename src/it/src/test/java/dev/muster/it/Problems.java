package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What every refusal looks like (protocol.md): the whole document, not only its code. */
final class Problems {

    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "code", "retryable", "serverTime");

    private Problems() {}

    /** Asserts that the answer is this problem, with these members and no others. */
    static JsonObject assertProblem(Answer answer, int status, ProblemCode code, String... furtherMembers) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonObject problem = answer.json();
        assertThat(problem.getString("code")).as(answer.toString()).isEqualTo(code.code());
        assertThat(problem.getString("type")).isEqualTo("urn:muster:problem:" + code.code());
        assertThat(problem.getString("title")).isEqualTo(code.title());
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getBoolean("retryable")).isEqualTo(code.retryable());
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        long age = Instant.now().getEpochSecond()
                - problem.getJsonNumber("serverTime").longValue();
        assertThat(age).isBetween(-1L, 60L);
        assertThat(problem.keySet()).containsAll(MEMBERS);
        Set<String> further =
                problem.keySet().stream().filter(m -> !MEMBERS.contains(m)).collect(Collectors.toSet());
        assertThat(further).containsExactlyInAnyOrder(furtherMembers);
        return problem;
    }

    /** The members that may not tell two cases apart: all but the number of the occurrence and the time. */
    static Map<String, String> comparable(Answer answer) {
        Map<String, String> members = new TreeMap<>();
        answer.json().forEach((name, value) -> members.put(name, value.toString()));
        members.remove("instance");
        members.remove("serverTime");
        return members;
    }
}
