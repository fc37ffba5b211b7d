package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Role;
import dev.muster.it.Operation.Audience;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every operation of {@code /openapi} with the ids of one tenant, called by everybody else: each role of another tenant, a device,
 * and nobody. No answer says anything of that tenant, and nothing of it changes.
 */
class ApiCrawlIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    /** The owner's call may be refused for the state of the object, but never because it is not understood or not allowed. */
    private static final Set<Integer> MISUNDERSTANDINGS = Set.of(400, 401, 403, 404, 405, 415, 422);

    /** What is no proof, password, session or membership of anybody. */
    private static final Set<String> REFUSED_TO_ALL = Set.of(
            "POST /v1/provision",
            "POST /v1/provision/{accessKey}",
            "POST /v1/account/password",
            "POST /v1/tokens",
            "DELETE /v1/account/sessions/{sessionId}",
            "DELETE /v1/users/{userId}/memberships/{membershipId}",
            "DELETE /v1/manufacturers/{manufacturerId}/certificates/{certificateId}/revocation");

    /** Administrators see the organization itself and how much it uses, and nothing that it has. */
    private static final Set<String> OF_ADMINISTRATORS =
            Set.of("GET /v1/organizations/{organizationId}", "GET /v1/organizations/{organizationId}/quotas");

    /** Operators see of a tenant's leaf only when, what and in which tenant. */
    private static final Set<String> OF_OPERATORS = Set.of("GET /v1/log");

    /** An answer about many objects names those again that the caller named and that do not exist for it. */
    private static final String NOT_FOUND = "\\{\"\\w+\":\"[^\"]+\",\"outcome\":\"not-found\"}";

    private final MusterServer server = Database.POSTGRESQL.server();
    private final List<Operation> operations = Operation.all();
    private final CrawledTenant owner = CrawledTenant.create(server, 710_000);
    private final CrawledTenant stranger = CrawledTenant.create(server, 720_000);
    private final List<String> leaks = new ArrayList<>();

    /** So a new operation is crawled, too. */
    @Test
    void theListHasEveryOperation() {
        List<String> described = new ArrayList<>();
        JsonObject paths = server.nobody()
                .send(server.nobody()
                        .request("/openapi")
                        .header("Accept", "application/json")
                        .GET())
                .expect(200)
                .json()
                .getJsonObject("paths");
        paths.forEach((path, item) -> item.asJsonObject().keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(operations.stream().map(Operation::name))
                .as("operations.txt has each operation of /openapi")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void nobodyElseReadsOrChangesAnything() {
        Map<String, ApiClient> others = others();
        String before = owner.fingerprint();
        operations.forEach(operation -> others.forEach((who, client) -> crawl(operation, who, client, owner.values())));
        operations.forEach(operation -> {
            ownAddress(operation, "another organization", stranger.fleet().organization());
            ownAddress(operation, "another manufacturer", stranger.fleet().manufacturer());
        });
        assertThat(leaks).isEmpty();
        assertThat(owner.fingerprint()).isEqualTo(before);
        assertThat(before).isNotEqualTo(stranger.fingerprint());
        theOwnerCanDoAllOfIt();
        assertThat(owner.fingerprint()).isNotEqualTo(before);
    }

    /** Otherwise the crawl would pass with calls that nobody can make. */
    private void theOwnerCanDoAllOfIt() {
        List<String> failures = new ArrayList<>();
        for (Operation operation : operations) {
            Answer answer = operation.by(ownerOf(operation.audience()), owner.values());
            if (MISUNDERSTANDINGS.contains(answer.status()) && !REFUSED_TO_ALL.contains(operation.name())
                    || answer.status() >= 500) {
                failures.add(answer.toString());
            }
        }
        assertThat(failures).isEmpty();
    }

    private ApiClient ownerOf(Audience audience) {
        return switch (audience) {
            case EVERYONE -> server.nobody();
            case DEVICE -> owner.device().client();
            case MANUFACTURER -> owner.fleet().manufacturer();
            case PLATFORM -> server.administratorByToken();
            case ACCOUNT, USERS, ORGANIZATION -> owner.fleet().organization();
        };
    }

    private Map<String, ApiClient> others() {
        Map<String, ApiClient> others = new LinkedHashMap<>();
        others.put("its manufacturer", owner.fleet().manufacturer());
        others.put("its organization", owner.fleet().organization());
        others.put("another's device", stranger.device().client());
        others.put("its device", owner.device().client());
        for (Role role : Role.values()) {
            others.put("another's " + role, client(stranger, role));
        }
        others.put("nobody", server.nobody());
        others.put("an unknown token", server.nobody().bearer("muster_" + "A".repeat(43)));
        return others;
    }

    private ApiClient client(CrawledTenant tenant, Role role) {
        return role == Role.ADMINISTRATOR
                ? server.administratorByToken()
                : server.nobody().basic(tenant.user(role), Fleet.CHOSEN).withNewToken();
    }

    private boolean isAllowed(Operation operation, String who) {
        return who.endsWith("ADMINISTRATOR") && OF_ADMINISTRATORS.contains(operation.name())
                || who.endsWith("OPERATOR") && OF_OPERATORS.contains(operation.name())
                || switch (operation.audience()) {
                    case EVERYONE -> true;
                    case ACCOUNT, USERS -> !who.contains("device") && !who.equals("nobody") && !who.contains("token");
                    case DEVICE -> true;
                    case ORGANIZATION -> who.equals("its organization");
                    case MANUFACTURER -> who.equals("its manufacturer") || who.endsWith("ADMINISTRATOR");
                    case PLATFORM -> who.endsWith("ADMINISTRATOR");
                };
    }

    private void crawl(Operation operation, String who, ApiClient client, Map<String, String> values) {
        if (isAllowed(operation, who)) {
            if (who.startsWith("another") && !who.endsWith("ADMINISTRATOR")) {
                note(operation, who, operation.by(client, values), false);
            }
            return;
        }
        note(operation, who, operation.by(client, values), true);
    }

    /** The objects of one tenant under the address of another, for its own users. */
    private void ownAddress(Operation operation, String who, ApiClient client) {
        Map<String, String> values = new HashMap<>(owner.values());
        values.put("organizationId", stranger.values().get("organizationId"));
        values.put("manufacturerId", stranger.values().get("manufacturerId"));
        values.put("organizationName", stranger.values().get("organizationName"));
        values.put("identifier", stranger.values().get("identifier"));
        boolean refused = operation
                        .path()
                        .replaceAll("\\{(organization|manufacturer)Id}", "")
                        .contains("{")
                && !operation.path().contains("{identifier}")
                && !operation.path().contains("{accessKey}")
                && !operation.path().contains("{issuerId}");
        if (operation.audience() == Audience.ORGANIZATION || operation.audience() == Audience.MANUFACTURER) {
            note(operation, who + " at home", operation.by(client, values), refused);
        }
    }

    private void note(Operation operation, String who, Answer answer, boolean refused) {
        boolean wrong = refused && !REFUSALS.contains(answer.status()) || answer.status() >= 500;
        String body = answer.body().replaceAll(NOT_FOUND, "");
        List<String> told = owner.marks().stream().filter(body::contains).toList();
        if (wrong || !told.isEmpty()) {
            leaks.add(operation.name() + " by " + who + ": " + answer + " tells " + told);
        }
    }
}
