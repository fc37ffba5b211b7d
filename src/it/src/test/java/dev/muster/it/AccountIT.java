package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import org.junit.jupiter.api.Test;

/** A user's own account, by the API. */
class AccountIT {

    private static final String OLD = "the first password";
    private static final String NEW = "the second password";

    private final Database database = Database.POSTGRESQL;

    @Test
    void aPasswordIsChangedByWhoKnowsThePresentOne() {
        MusterServer server = database.server();
        Fleet fleet = Fleet.create(server);
        String name = newManager(server, fleet);
        ApiClient user = server.nobody().basic(name, OLD);

        Problems.assertProblem(change(user, "short"), 422, ProblemCode.VALIDATION_FAILED);
        change(user, NEW).expect(204);
        Problems.assertProblem(change(user, NEW), 401, ProblemCode.UNAUTHENTICATED);
        Answer self = server.nobody()
                .basic(name, NEW)
                .withNewToken()
                .get("/api/v1/account")
                .expect(200);
        assertThat(self.text("username")).isEqualTo(name);
        assertThat(self.text("organizationId")).isEqualTo(fleet.organizationId());
    }

    private static Answer change(ApiClient user, String password) {
        return user.post("/api/v1/account/password", "{\"password\":\"%s\"}".formatted(password));
    }

    private static String newManager(MusterServer server, Fleet fleet) {
        String name = "manager " + fleet.organizationId();
        String wish = """
                {"username":"%s","password":"%s","role":"ORGANIZATION_MANAGER","organizationId":"%s"}""".formatted(name, OLD, fleet.organizationId());
        server.administratorByToken().post("/api/v1/users", wish).expect(201);
        return name;
    }
}
