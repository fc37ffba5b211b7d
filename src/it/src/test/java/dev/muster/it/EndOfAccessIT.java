package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two servers on one database. What takes access from a user at the one has ended the user's sessions and API tokens at
 * the other: no request waits, and the first one after it is refused.
 */
class EndOfAccessIT {

    private static final String PAGE = "/organization/imports.xhtml";

    private final MusterServer a = Database.POSTGRESQL.server();
    private final MusterServer b = Database.another();

    private Fleet fleet;
    private ApiClient administrator;
    private String username;
    private String user;
    private PortalClient session;
    private ApiClient token;

    @BeforeEach
    void logInAtTheOther() {
        fleet = Fleet.create(a);
        administrator = a.administratorByToken();
        username = fleet.manager();
        user = "/api/v1/users/"
                + administrator
                        .get("/api/v1/users?search=" + username.replace(" ", "%20"))
                        .expect(200)
                        .items()
                        .getJsonObject(0)
                        .getString("id");
        session = PortalClient.at(b).logIn(username, Fleet.CHOSEN);
        token = b.nobody().basic(username, Fleet.CHOSEN).withNewToken();
        session.get(PAGE).expect(200);
        token.get("/api/v1/account").expect(200);
    }

    @Test
    void disabling() {
        administrator.patch(user, "{\"disabled\":true}", null).expect(200);
        assertSessionAndTokenAreDead();
        assertThat(newToken(b).status()).isEqualTo(401);

        administrator.patch(user, "{\"disabled\":false}", null).expect(200);
        assertSessionAndTokenAreDead();
        newToken(b).expect(201);
    }

    @Test
    void resetting() {
        administrator.post(user + "/reset", "").expect(201);
        assertSessionAndTokenAreDead();
        assertThat(newToken(b).status()).isEqualTo(401);
    }

    @Test
    void anotherRole() {
        String role = "{\"role\":\"ORGANIZATION_VIEWER\",\"organizationId\":\"" + fleet.organizationId() + "\"}";
        administrator.patch(user, role, null).expect(200);
        assertSessionAndTokenAreDead();
        ApiClient viewer = b.nobody().basic(username, Fleet.CHOSEN).withNewToken();
        viewer.get(fleet.importsPath()).expect(200);
        assertProblem(viewer.post(fleet.organizationPath() + "/device-models", "{}"), 403, ProblemCode.FORBIDDEN);
    }

    @Test
    void anotherPassword() {
        a.nobody()
                .basic(username, Fleet.CHOSEN)
                .post("/api/v1/account/password", "{\"password\":\"another password of mine\",\"revokeTokens\":true}")
                .expect(204);
        assertSessionAndTokenAreDead();
    }

    @Test
    void deleting() {
        administrator.delete(user).expect(204);
        assertSessionAndTokenAreDead();
        assertProblem(administrator.get(user), 404, ProblemCode.NOT_FOUND);
    }

    @Test
    void endingSessionsOnly() {
        administrator.delete(user + "/sessions").expect(204);
        assertSessionIsDead();
        token.get("/api/v1/account").expect(200);
    }

    @Test
    void revokingTokensOnly() {
        administrator.delete(user + "/tokens").expect(204);
        assertTokenIsDead();
        session.get(PAGE).expect(200);
    }

    @Test
    void endingOnesOwnSession() {
        String id = token.get("/api/v1/account/sessions")
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
        token.at(a).delete("/api/v1/account/sessions/" + id).expect(204);
        assertSessionIsDead();
        assertProblem(fleet.organization().delete("/api/v1/account/sessions/" + id), 404, ProblemCode.NOT_FOUND);
    }

    @Test
    void aTenantLess() {
        Fleet other = Fleet.create(a);
        String role = "{\"role\":\"ORGANIZATION_MANAGER\",\"organizationId\":\"" + other.organizationId() + "\"}";
        Answer joined = administrator.post(user + "/memberships", role).expect(201);
        String membership =
                joined.json().getJsonArray("memberships").getJsonObject(1).getString("id");
        ApiClient there = b.nobody()
                .basic(username, Fleet.CHOSEN)
                .bearer(b.nobody()
                        .basic(username, Fleet.CHOSEN)
                        .post(
                                "/api/v1/tokens",
                                "{\"name\":\"there\",\"organizationId\":\"" + other.organizationId() + "\"}")
                        .expect(201)
                        .text("token"));
        there.get(other.importsPath()).expect(200);
        assertProblem(there.get(fleet.importsPath()), 404, ProblemCode.NOT_FOUND);

        administrator.delete(user + "/memberships/" + membership).expect(204);

        assertProblem(there.get(other.importsPath()), 401, ProblemCode.UNAUTHENTICATED);
        session.get(PAGE).expect(200);
    }

    @Test
    void theOldestSessionMakesRoomForOneMore() {
        PortalClient second = PortalClient.at(b).logIn(username, Fleet.CHOSEN);
        session.get(PAGE).expect(200);
        PortalClient third = PortalClient.at(b).logIn(username, Fleet.CHOSEN);
        assertSessionIsDead();
        second.get(PAGE).expect(200);
        third.get(PAGE).expect(200);
    }

    /** Only the other server has the setting. */
    @Test
    void aRoleCanRequireASecondFactor() {
        String role = "{\"role\":\"MANUFACTURER_VIEWER\",\"manufacturerId\":\"" + fleet.manufacturerId() + "\"}";
        administrator.post(user + "/memberships", role).expect(201);
        Answer held = session.get(PAGE);
        assertThat(held.status()).isEqualTo(302);
        assertThat(held.header("Location").orElse("")).endsWith("/account/factors.xhtml");
        assertProblem(newToken(b), 401, ProblemCode.SECOND_FACTOR_REQUIRED);
        newToken(a).expect(201);
        token.get("/api/v1/account").expect(200);
    }

    @Test
    void aLoginThatBeginsHereIsFinishedThereAndItsCodeCountsOnceForBoth() {
        SecondFactor factor = SecondFactor.setUp(PortalClient.at(a).logIn(username, Fleet.CHOSEN), Fleet.CHOSEN);
        PortalClient here = PortalClient.at(a).logIn(username, Fleet.CHOSEN);
        PortalClient there = new PortalClient(here.http(), b.url());
        String code = factor.app().next();
        SecondFactor.finish(there, code).expect(302);
        there.get(PAGE).expect(200);
        assertProblem(
                SecondFactor.newToken(a.nobody().basic(username, Fleet.CHOSEN), code),
                401,
                ProblemCode.SECOND_FACTOR_REQUIRED);
    }

    private Answer newToken(MusterServer server) {
        return server.nobody().basic(username, Fleet.CHOSEN).post("/api/v1/tokens", "{\"name\":\"x\"}");
    }

    private void assertSessionAndTokenAreDead() {
        assertSessionIsDead();
        assertTokenIsDead();
    }

    /** For pages, for background requests, and for the scripts that send files. */
    private void assertSessionIsDead() {
        Answer page = session.get(PAGE);
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location").orElse("")).contains("/login.xhtml");
        Map<String, String> form = new LinkedHashMap<>(Map.of("jakarta.faces.partial.ajax", "true"));
        assertThat(session.background(PAGE, form).body()).contains("muster:session-ended");
        assertThat(session.get("/imports/report?id=x").status()).isEqualTo(302);
        assertThat(session.send(session.request("/imports/preview")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("a")))
                        .status())
                .isEqualTo(401);
    }

    private void assertTokenIsDead() {
        assertProblem(token.get("/api/v1/account"), 401, ProblemCode.UNAUTHENTICATED);
    }
}
