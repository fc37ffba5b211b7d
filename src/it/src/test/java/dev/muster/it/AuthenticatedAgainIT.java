package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten minutes after the login, acts that decide about the account need the password once more. */
class AuthenticatedAgainIT {

    private static final String TOKENS = "/account/tokens.xhtml";

    private static final String PROFILE = "/account/profile.xhtml";

    private static final String ASKS = "PF('again').show()";

    private final MusterServer server = Database.POSTGRESQL.server();
    private final Fleet fleet = Fleet.create(server);
    private final String user = fleet.manager();
    private final PortalClient portal = PortalClient.at(server).logIn(user, Fleet.CHOSEN);

    @BeforeEach
    void shortlyAfterTheLoginNothingIsAsked() {
        assertThat(createToken()).contains("data-testid=\"issued-token\"").doesNotContain(ASKS);
    }

    @Test
    void aTokenIsMadeOnlyAfterThePassword() throws SQLException {
        letTimePass();
        assertThat(createToken()).contains(ASKS).doesNotContain("data-testid=\"issued-token\"");
        assertThat(confirm(TOKENS, "not the password").body()).contains("current password is wrong");
        assertThat(createToken()).contains(ASKS);
        assertThat(confirm(TOKENS, Fleet.CHOSEN).body()).doesNotContain("wrong");
        assertThat(createToken()).contains("data-testid=\"issued-token\"");
    }

    @Test
    void aSessionIsEndedOnlyAfterThePassword() throws SQLException {
        PortalClient other = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        other.get(PROFILE).expect(200);
        letTimePass();
        assertThat(endTheOther()).contains(ASKS);
        other.get(PROFILE).expect(200);
        confirm(PROFILE, Fleet.CHOSEN);
        assertThat(endTheOther()).doesNotContain(ASKS);
        assertThat(other.get(PROFILE).status()).isEqualTo(302);
    }

    private String createToken() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("create-form", "create-form");
        form.put("name", "again");
        form.put("days", "1");
        form.put("access", "READ");
        return portal.ask(TOKENS, "create-confirm", "issued-body", form)
                .expect(200)
                .body();
    }

    private Answer confirm(String page, String password) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("again-form", "again-form");
        form.put("again-password", password);
        return portal.ask(page, "again-confirm", "again-form", form).expect(200);
    }

    /** As the page does it: one request remembers the session, the next one ends it. */
    private String endTheOther() {
        String page = portal.get(PROFILE).expect(200).body();
        String id = PortalClient.find("data-id=\"([^\"]+)\"[^>]*data-testid=\"end-session\"", page);
        String command = PortalClient.find("musterAskSession *= *function\\(\\) *\\{[^}]*?s:\"([^\"]+)\"", page);
        Map<String, String> state = PortalClient.state(page);
        send(state, "list-form", command, Map.of("id", id));
        return send(state, "end-form", "end-confirm", Map.of()).body();
    }

    private Answer send(Map<String, String> state, String name, String source, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put(name, name);
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.source", source);
        form.put("jakarta.faces.partial.execute", "@all");
        form.put("jakarta.faces.partial.render", "@none");
        form.put(source, source);
        form.putAll(state);
        return portal.background(PROFILE, form).expect(200);
    }

    private void letTimePass() throws SQLException {
        letTimePass(user);
    }

    /** The user's logins are ten minutes older now. */
    static void letTimePass(String user) throws SQLException {
        String sql = "update user_session set authenticated_at = authenticated_at - interval '10 minutes'"
                + " where user_id = (select id from portal_user where username = '" + user + "')";
        try (Connection connection = Database.postgres().connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
