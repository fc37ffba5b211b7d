package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A query parameter that a call does not have is refused, on every call that /openapi describes, before the call does
 * anything: a script that asks for one device by a wrong name must not get all of them and delete the first.
 */
class UnknownParameterIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Their requests have no body. */
    private static final Set<String> BODILESS = Set.of("GET", "DELETE");

    private static final int AT_LEAST = 80;

    private static final int LISTS = 15;

    /** Stands for every id of a path: what is no id would be the address of nothing. */
    private static final String ID = "00000000-0000-4000-8000-000000000000";

    private static Fleet fleet;

    /** A call of the API. */
    private record Call(String method, String path, boolean needsToken) {

        Answer by(ApiClient client, String query) {
            String type = path.endsWith("/imports") ? "text/csv" : ApiClient.JSON;
            HttpRequest.Builder request = client.request(path + query).header("Content-Type", type);
            return client.send(request.method(
                    method, BODILESS.contains(method) ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
        }
    }

    @BeforeAll
    static void makeTenants() {
        fleet = Database.H2.fleet();
    }

    @Test
    void everyCallRefusesWhatItDoesNotKnow() {
        List<Call> calls = calls();
        assertThat(calls).hasSizeGreaterThan(AT_LEAST);
        for (Call call : calls) {
            Answer refused = call.by(call.needsToken() ? fleet.organization() : nobody(), "?nobodyKnowsThis=ourSecret");
            JsonObject problem = assertProblem(refused, 422, ProblemCode.VALIDATION_FAILED);
            assertThat(problem.getString("detail"))
                    .as(call.toString())
                    .startsWith("A query parameter is not known here; ")
                    .doesNotContain("nobodyKnowsThis", "ourSecret");
        }
    }

    /** What a list takes is read off its own refusal. */
    @Test
    void everyListIsPagedAndSearched() {
        List<String> lists = new ArrayList<>();
        for (Call call : calls()) {
            if (call.method().equals("GET") && call.needsToken()) {
                String known =
                        call.by(fleet.organization(), "?nobodyKnowsThis=1").text("detail");
                if (known.contains("page")) {
                    assertThat(known).as(call.toString()).contains("page", "search", "size");
                    lists.add(call.path());
                }
            }
        }
        assertThat(lists).hasSizeGreaterThan(LISTS);
    }

    @Test
    void whoHasNoTokenIsToldThatFirst() {
        for (Call call : calls()) {
            if (call.needsToken()) {
                assertProblem(call.by(nobody(), "?nobodyKnowsThis=1"), 401, ProblemCode.UNAUTHENTICATED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?x",
                "?=x",
                "?page=0&=x",
                "?Page=0",
                "?page%5B%5D=0",
                "?uniqueIdentifier=X",
                "?_=1",
                "?page%20=0"
            })
    void whatIsNoNameOfTheCallIsRefused(String query) {
        JsonObject problem = assertProblem(
                fleet.organization().get(fleet.devicesPath() + query), 422, ProblemCode.VALIDATION_FAILED);
        assertThat(problem.getString("detail")).contains("page", "size", "search", "manufacturer", "import", "status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=0&page=1", "?search=a&search=b", "?size=5&size=5", "?type=GATEWAY&type=STANDALONE"})
    void whatIsReadOnceComesOnce(String query) {
        JsonObject problem = assertProblem(
                fleet.organization().get(fleet.devicesPath() + query), 422, ProblemCode.VALIDATION_FAILED);
        assertThat(problem.getString("detail")).endsWith(" comes more than once; send it once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?&", "?page=0", "?%70age=0", "?search=", "?page=0&size=5&type=GATEWAY"})
    void whatIsKnownIsAnswered(String query) {
        fleet.organization().get(fleet.devicesPath() + query).expect(200);
    }

    @Test
    void theOneCallThatReadsAllStatusesTakesSeveral() {
        fleet.manufacturer()
                .get(fleet.certificatesPath() + "?status=ACTIVE&status=REVOKED")
                .expect(200);
    }

    @Test
    void nothingIsDoneWhereAParameterIsNotKnown() {
        Draft draft = Draft.of(fleet, Cells.standalone(1).with("deviceName", ""), Cells.standalone(2));
        for (String query : List.of("?dryRun=true", "?force=true", "?invalid=true&keepfirst=true")) {
            assertProblem(fleet.organization().delete(draft.path() + query), 422, ProblemCode.VALIDATION_FAILED);
            assertProblem(
                    fleet.organization().delete(draft.path() + "/rows" + query), 422, ProblemCode.VALIDATION_FAILED);
            assertProblem(
                    fleet.organization().post(draft.path() + "/commit" + query, "{\"validRowsOnly\":true}"),
                    422,
                    ProblemCode.VALIDATION_FAILED);
        }
        assertThat(draft.status()).isEqualTo("DRAFT");
        assertThat(draft.rows()).hasSize(2);
    }

    private static ApiClient nobody() {
        return fleet.server().nobody();
    }

    private static List<Call> calls() {
        JsonObject document = nobody().send(nobody().request("/openapi")
                        .header("Accept", "application/json")
                        .GET())
                .expect(200)
                .json();
        List<Call> calls = new ArrayList<>();
        document.getJsonObject("paths").forEach((path, operations) -> addCalls(calls, path, operations.asJsonObject()));
        return calls;
    }

    private static void addCalls(List<Call> calls, String path, JsonObject operations) {
        String address =
                "/api" + path.replaceAll("\\{(enrollmentId|rowId)}", "1").replaceAll("\\{[^}]*}", ID);
        operations.forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                calls.add(new Call(method.toUpperCase(Locale.ROOT), address, needsToken(operation)));
            }
        });
    }

    private static boolean needsToken(JsonValue operation) {
        return operation.asJsonObject().containsKey("security")
                && operation.asJsonObject().getJsonArray("security").getValuesAs(JsonObject.class).stream()
                        .anyMatch(scheme -> scheme.containsKey("bearer"));
    }
}
