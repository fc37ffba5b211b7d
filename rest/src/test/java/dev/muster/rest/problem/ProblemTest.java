package dev.muster.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeHasAnErrorStatus(ProblemCode code) {
        assertThat(ProblemStatus.of(code)).isBetween(400, 599);
    }

    @Test
    void theDocumentHasEveryMemberOfTheContract() {
        UUID instance = UUID.fromString("00000000-0000-4000-8000-000000000001");
        Problem problem = new Problem(
                ProblemCode.UNAVAILABLE,
                "Later.",
                instance,
                Json.createObjectBuilder().add("rows", 3).build());
        JsonObject expected = Json.createObjectBuilder()
                .add("type", "urn:muster:problem:unavailable")
                .add("title", "The service is temporarily unavailable")
                .add("status", 503)
                .add("detail", "Later.")
                .add("instance", "urn:uuid:00000000-0000-4000-8000-000000000001")
                .add("code", "unavailable")
                .add("retryable", true)
                .add("serverTime", 1_764_000_000L)
                .add("rows", 3)
                .build();
        assertThat(problem.toJson(Instant.ofEpochMilli(1_764_000_000_999L))).isEqualTo(expected);
    }

    @Test
    void devicesAndPeopleAreAskedToAuthenticateEachTheirWay() {
        assertThat(challenge("telemetry")).startsWith("Basic realm=\"muster-devices\"");
        assertThat(challenge("device")).startsWith("Basic realm=\"muster-devices\"");
        assertThat(challenge("organizations/x/devices/y/telemetry")).isEqualTo("Bearer realm=\"muster\"");
        assertThat(challenge("tokens")).startsWith("Bearer realm=\"muster\", Basic realm=\"muster\"");
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void whatHasTheStatus401AsksForAuthentication(ProblemCode code) {
        assertThat(ProblemHeaders.of(code, "provision/x").containsKey("WWW-Authenticate"))
                .isEqualTo(ProblemStatus.of(code) == 401);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void whatCanBeTriedAgainSaysWhen(ProblemCode code) {
        assertThat(ProblemHeaders.of(code, "").containsKey("Retry-After")).isEqualTo(code.retryable());
    }

    /** Who was refused together is not to come back together. */
    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "UNAVAILABLE"})
    void whoeverIsTooManyComesBackAtATimeOfHisOwn(ProblemCode code) {
        Set<String> times = Stream.generate(() -> ProblemHeaders.of(code, "").get("Retry-After"))
                .limit(1000)
                .collect(Collectors.toSet());
        assertThat(times).containsExactlyInAnyOrder("3", "4", "5", "6", "7", "8", "9", "10");
    }

    private static String challenge(String path) {
        return ProblemHeaders.of(ProblemCode.UNAUTHENTICATED, path).get("WWW-Authenticate");
    }
}
