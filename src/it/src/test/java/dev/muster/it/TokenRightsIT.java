package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An API token with less rights than its user is told what it lacks, on every call of /openapi. */
class TokenRightsIT {

    private static final List<String> KINDS =
            List.of("IMPORTS", "DEVICES", "CERTIFICATES", "ATTEMPTS", "TENANTS", "USERS", "LOG");

    private final MusterServer server = Database.POSTGRESQL.server();

    private Fleet fleet;
    private ApiClient user;

    @BeforeEach
    void makeAUser() {
        fleet = Fleet.create(server);
        user = server.nobody().basic(fleet.manager(), Fleet.CHOSEN);
    }

    @Test
    void aTokenThatReadsChangesNothing() {
        ApiClient reading = token("\"access\":\"READ\"");
        reading.get(fleet.importsPath()).expect(200);
        for (DocumentedCalls.Call call : calls()) {
            if (!call.isReading()) {
                JsonObject problem = assertProblem(call.by(reading), 403, ProblemCode.FORBIDDEN);
                assertThat(problem.getString("detail")).as(call.toString()).contains("only reads", "WRITE");
            }
        }
    }

    /** Each call belongs to exactly one kind, so of six tokens with one kind each, five are refused. */
    @Test
    void aLimitedTokenDoesOnlyItsKind() {
        Map<String, ApiClient> tokens = new HashMap<>();
        KINDS.forEach(kind -> tokens.put(kind, token("\"kinds\":[\"" + kind + "\"]")));
        for (DocumentedCalls.Call call : calls()) {
            if (!call.path().equals("/api/v1/account")) {
                long refused = KINDS.stream()
                        .map(kind -> call.by(tokens.get(kind)))
                        .filter(TokenRightsIT::isLimited)
                        .count();
                assertThat(refused).as(call.toString()).isEqualTo(KINDS.size() - 1);
            }
        }
        tokens.values().forEach(any -> any.get("/api/v1/account").expect(200));
    }

    private static boolean isLimited(Answer answer) {
        return answer.status() == 403 && answer.text("detail").startsWith("This API token is limited to ");
    }

    @Test
    void theListShowsRightsAndLastUse() {
        Instant begin = Instant.now();
        ApiClient limited = token("\"access\":\"READ\",\"kinds\":[\"USERS\",\"DEVICES\"]");
        limited.get(fleet.devicesPath()).expect(200);
        JsonObject entry = limited.get("/api/v1/tokens").expect(200).items().getJsonObject(0);
        assertThat(entry.getString("access")).isEqualTo("READ");
        assertThat(entry.getJsonArray("kinds").toString()).isEqualTo("[\"DEVICES\",\"USERS\"]");
        assertThat(entry.getString("organizationId")).isEqualTo(fleet.organizationId());
        assertThat(Instant.parse(entry.getString("lastUsedAt"))).isAfter(begin.minusSeconds(1));
        assertThat(entry.containsKey("token")).isFalse();
    }

    @Test
    void aTokenIsForATenantOfItsUser() {
        assertProblem(
                user.post("/api/v1/tokens", "{\"name\":\"x\",\"organizationId\":\"" + UUID.randomUUID() + "\"}"),
                422,
                ProblemCode.VALIDATION_FAILED);
        assertProblem(
                user.post("/api/v1/tokens", "{\"name\":\"x\",\"kinds\":[\"EVERYTHING\"]}"),
                422,
                ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void aTokenHasAChecksum() {
        String token =
                user.post("/api/v1/tokens", "{\"name\":\"x\"}").expect(201).text("token");
        assertThat(token).matches("muster_[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}");
        char other = token.endsWith("0") ? '1' : '0';
        assertProblem(
                server.nobody()
                        .bearer(token.substring(0, token.length() - 1) + other)
                        .get("/api/v1/account"),
                401,
                ProblemCode.UNAUTHENTICATED);
    }

    private ApiClient token(String members) {
        return server.nobody()
                .bearer(user.post("/api/v1/tokens", "{\"name\":\"it\"," + members + "}")
                        .expect(201)
                        .text("token"));
    }

    private List<DocumentedCalls.Call> calls() {
        Map<String, String> ids =
                Map.of("organizationId", fleet.organizationId(), "manufacturerId", fleet.manufacturerId());
        return DocumentedCalls.of(server, ids).stream()
                .filter(DocumentedCalls.Call::needsToken)
                .toList();
    }
}
