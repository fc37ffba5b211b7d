package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The life of a user: invitation, first password, reset, roles, the last administrator, deletion. */
class PeopleIT {

    private static final String OWN = "a password of my own";

    private static final String GIVEN = "chosen by somebody else";

    private final MusterServer server = Database.POSTGRESQL.server();
    private final ApiClient administrator = server.administratorByToken();

    @Test
    void anInvitedUserChoosesAPasswordOnce() {
        Fleet fleet = Fleet.create(server);
        String name = "invited " + UUID.randomUUID();
        JsonObject made = create(name, null, member("ORGANIZATION_MANAGER", fleet));
        assertThat(made.getString("state")).isEqualTo("INVITED");
        assertThat(Duration.between(Instant.now(), Instant.parse(made.getString("linkExpiresAt"))))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        String secret = secret(made.getString("link"));

        assertThat(choose(secret, "short").body()).contains("it needs 12").doesNotContain("link-done");
        assertThat(choose(secret, OWN).body()).contains("link-done");
        assertThat(choose(secret, "another password").body()).contains("has been used");

        PortalClient.at(server)
                .logIn(name, OWN)
                .get("/organization/imports.xhtml")
                .expect(200);
        assertThat(choose("nobody has this", OWN).body()).contains("has been used");
    }

    @Test
    void aPasswordOfAnotherIsChangedFirstAndItsTokensEnd() {
        Fleet fleet = Fleet.create(server);
        String name = "given " + UUID.randomUUID();
        create(name, GIVEN, member("ORGANIZATION_MANAGER", fleet));
        ApiClient provisional = server.nobody().basic(name, GIVEN).withNewToken();
        provisional.get(fleet.importsPath()).expect(200);

        PortalClient portal = PortalClient.at(server).logIn(name, GIVEN);
        Answer held = portal.get("/organization/imports.xhtml");
        assertThat(held.header("Location").orElse("")).endsWith("/account/password.xhtml");
        changePassword(portal, GIVEN, OWN).expect(200);

        portal.get("/organization/imports.xhtml").expect(200);
        assertProblem(provisional.get(fleet.importsPath()), 401, ProblemCode.UNAUTHENTICATED);
        ApiClient own = server.nobody().basic(name, OWN).withNewToken();
        changePassword(portal, OWN, OWN + " again").expect(200);
        own.get(fleet.importsPath()).expect(200);
    }

    @Test
    void aNewPasswordGivesTheSessionAnotherIdAndEndsTheOthers() {
        Fleet fleet = Fleet.create(server);
        String name = fleet.manager();
        PortalClient here = PortalClient.at(server).logIn(name, Fleet.CHOSEN);
        PortalClient there = PortalClient.at(server).logIn(name, Fleet.CHOSEN);
        Answer changed = changePassword(here, Fleet.CHOSEN, OWN).expect(200);
        assertThat(changed.header("Set-Cookie").orElse("")).contains("__Host-muster-session=");
        here.get("/organization/imports.xhtml").expect(200);
        assertThat(there.get("/organization/imports.xhtml").status()).isEqualTo(302);
    }

    @Test
    void aResetLinkReplacesThePasswordAndTheFormerLink() {
        Fleet fleet = Fleet.create(server);
        String name = fleet.manager();
        String user = "/api/v1/users/" + id(name);
        String first =
                secret(administrator.post(user + "/reset", "").expect(201).text("link"));
        String second =
                secret(administrator.post(user + "/reset", "").expect(201).text("link"));
        assertProblem(
                server.nobody().basic(name, Fleet.CHOSEN).post("/api/v1/tokens", "{\"name\":\"x\"}"),
                401,
                ProblemCode.UNAUTHENTICATED);
        assertThat(choose(first, OWN).body()).contains("has been used");
        assertThat(choose(second, OWN).body()).contains("link-done");
        server.nobody().basic(name, OWN).withNewToken();
    }

    @Test
    void aLinkThatIsTooOldIsRefused() throws SQLException {
        Fleet fleet = Fleet.create(server);
        String id = id(fleet.manager());
        String secret = secret(administrator
                .post("/api/v1/users/" + id + "/reset", "")
                .expect(201)
                .text("link"));
        execute("update password_link set expires_at = now() - interval '1 second' where user_id = '" + id + "'");
        assertThat(choose(secret, OWN).body()).contains("older than 24 hours");
    }

    @Test
    void ofTwoWhoUseALinkAtOnceOneSucceeds() throws Exception {
        Fleet fleet = Fleet.create(server);
        String secret = secret(administrator
                .post("/api/v1/users/" + id(fleet.manager()) + "/reset", "")
                .expect(201)
                .text("link"));
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> choose(secret, "the first of both"));
        Answer answer = choose(secret, "the second of both");
        assertThat(answer.body().contains("link-done"))
                .isNotEqualTo(other.get().body().contains("link-done"));
    }

    @Test
    void nobodyKnowsTheSecretOfALinkFromTheDatabase() throws SQLException {
        Fleet fleet = Fleet.create(server);
        String secret = secret(administrator
                .post("/api/v1/users/" + id(fleet.manager()) + "/reset", "")
                .expect(201)
                .text("link"));
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(count("select count(*) from password_link where secret_hash = '" + secret + "'"))
                .isZero();
    }

    @Test
    void noAdministratorLocksOutHimselfOrTheLast() {
        String self = "/api/v1/users/"
                + administrator.get("/api/v1/account").expect(200).text("id");
        assertProblem(administrator.patch(self, "{\"disabled\":true}", null), 409, ProblemCode.CONFLICT);
        assertProblem(administrator.patch(self, "{\"role\":\"OPERATOR\"}", null), 409, ProblemCode.CONFLICT);
        assertProblem(administrator.delete(self), 409, ProblemCode.CONFLICT);
        assertProblem(administrator.post(self + "/reset", ""), 409, ProblemCode.CONFLICT);
        administrator
                .patch(self, "{\"displayName\":\"The Administrator\"}", null)
                .expect(200);
        administrator.get("/api/v1/users").expect(200);
    }

    /** Each is the other's last administrator: the database decides who comes first. */
    @Test
    void twoAdministratorsCannotDisableEachOther() throws Exception {
        String first = "admin " + UUID.randomUUID();
        String second = "admin " + UUID.randomUUID();
        create(first, GIVEN, "\"role\":\"ADMINISTRATOR\"");
        create(second, GIVEN, "\"role\":\"ADMINISTRATOR\"");
        ApiClient one = server.nobody().basic(first, GIVEN).withNewToken();
        ApiClient two = server.nobody().basic(second, GIVEN).withNewToken();
        String oneId = id(first);
        String twoId = id(second);
        CompletableFuture<Answer> mutual =
                CompletableFuture.supplyAsync(() -> two.patch("/api/v1/users/" + oneId, "{\"disabled\":true}", null));
        one.patch("/api/v1/users/" + twoId, "{\"disabled\":true}", null);
        mutual.get();
        administrator.get("/api/v1/users").expect(200);
        administrator.delete("/api/v1/users/" + oneId).expect(204);
        administrator.delete("/api/v1/users/" + twoId).expect(204);
    }

    @Test
    void whatADeletedUserMadeStays() throws SQLException {
        Fleet fleet = Fleet.create(server);
        String name = fleet.manager();
        ApiClient manager = server.nobody().basic(name, Fleet.CHOSEN).withNewToken();
        String draft = manager.post(
                        fleet.importsPath() + "?manufacturer=" + fleet.manufacturerId(),
                        "text/csv",
                        ImportFile.of(1, 2))
                .expect(201)
                .text("id");
        String id = id(name);
        administrator.delete("/api/v1/users/" + id).expect(204);

        fleet.organization().get(fleet.importsPath() + "/" + draft).expect(200);
        assertThat(fleet.commit(draft).expect(200).json().getInt("enrolled")).isEqualTo(2);
        assertThat(count("select count(*) from portal_user where id = '" + id
                        + "' and username = 'deleted user' and password_hash is null and display_name is null"))
                .isEqualTo(1);
        assertThat(administrator
                        .get("/api/v1/users?search=" + name.replace(" ", "%20"))
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isZero();
        create(name, GIVEN, member("ORGANIZATION_MANAGER", fleet));
    }

    @Test
    void whatAnAdministratorSeesAndChanges() {
        Fleet fleet = Fleet.create(server);
        String user = "/api/v1/users/" + id(fleet.manager());
        JsonObject seen = administrator.get(user).expect(200).json();
        assertThat(seen.getString("role")).isEqualTo("ORGANIZATION_MANAGER");
        assertThat(seen.getString("state")).isEqualTo("ACTIVE");
        assertThat(seen.getJsonArray("memberships").getJsonObject(0).getString("tenantName"))
                .isEqualTo(fleet.organizationName());
        assertThat(administrator
                        .patch(user, "{\"displayName\":\"Ada\"}", null)
                        .expect(200)
                        .text("displayName"))
                .isEqualTo("Ada");
        assertThat(administrator
                        .patch(user, "{\"displayName\":null}", null)
                        .expect(200)
                        .json()
                        .containsKey("displayName"))
                .isFalse();
        assertProblem(
                administrator.patch(
                        user,
                        "{\"role\":\"ADMINISTRATOR\",\"organizationId\":\"" + fleet.organizationId() + "\"}",
                        null),
                422,
                ProblemCode.VALIDATION_FAILED);
        assertProblem(
                administrator.patch(user, "{\"organizationId\":\"" + fleet.organizationId() + "\"}", null),
                422,
                ProblemCode.VALIDATION_FAILED);
        assertProblem(fleet.organization().get(user), 403, ProblemCode.FORBIDDEN);
        assertProblem(administrator.get("/api/v1/users/" + UUID.randomUUID()), 404, ProblemCode.NOT_FOUND);
    }

    private JsonObject create(String name, String password, String place) {
        String given = password == null ? "" : ",\"password\":\"" + password + "\"";
        return administrator
                .post("/api/v1/users", "{\"username\":\"%s\"%s,%s}".formatted(name, given, place))
                .expect(201)
                .json();
    }

    private static String member(String role, Fleet fleet) {
        return "\"role\":\"" + role + "\",\"organizationId\":\"" + fleet.organizationId() + "\"";
    }

    private String id(String username) {
        return administrator
                .get("/api/v1/users?search=" + username.replace(" ", "%20"))
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
    }

    private static String secret(String link) {
        return PortalClient.find("^https://[^#]+/link\\.xhtml#(.+)$", link);
    }

    private Answer choose(String secret, String password) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("choose", "choose");
        form.put("secret", secret);
        form.put("chosen", password);
        form.put("repeated", password);
        form.put("set", "");
        form.put("jakarta.faces.ViewState", "stateless");
        return PortalClient.at(server).post("/link.xhtml", form).expect(200);
    }

    private static Answer changePassword(PortalClient portal, String present, String chosen) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("password-form", "password-form");
        form.put("present", present);
        form.put("chosen", chosen);
        form.put("repeated", chosen);
        Answer answer = portal.ask("/account/password.xhtml", "change", "password-form", form);
        assertThat(answer.body()).contains("redirect");
        return answer;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Database.postgres().connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static int count(String sql) throws SQLException {
        try (Connection connection = Database.postgres().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
