package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.MusterServer;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten minutes after the login, an administrator needs the password again for acts that raise rights or take over an account. */
class AdministratorAgainIT {

    private static final String ASKS = "PF('again').show()";

    private final MusterServer server = Database.POSTGRESQL.server();
    private final Fleet fleet = Fleet.create(server);
    private final String administrator = fleet.portalUser("ADMINISTRATOR", "\"organizationId\":null");
    private final PortalClient portal = PortalClient.at(server).logIn(administrator, Fleet.CHOSEN);
    private final String user = "/administration/user.xhtml?id=" + id(fleet.manager());

    /** The prefix is that of the fields of the role and its tenant. */
    @ParameterizedTest
    @CsvSource({"change-role, role-", "enable, x-", "reset, x-", "remove-factors, x-", "join, join-"})
    void anActThatRaisesRightsNeedsThePasswordAgain(String act, String prefix) throws SQLException {
        AuthenticatedAgainIT.letTimePass(administrator);
        Map<String, String> fields = place(prefix);
        fields.put("remove-factors-reason", "called back");
        assertThat(act(user, act, fields)).contains(ASKS);
    }

    @ParameterizedTest
    @CsvSource({
        "end-sessions, All sessions of the user have ended",
        "end-tokens, All API tokens of the user are revoked",
        "disable, The user is disabled"
    })
    void anActThatTakesRightsNeedsNone(String act, String done) throws SQLException {
        AuthenticatedAgainIT.letTimePass(administrator);
        assertThat(act(user, act, Map.of())).contains(done).doesNotContain(ASKS);
    }

    @Test
    void aPasswordIsResetOnlyAfterTheOwnPassword() throws SQLException {
        AuthenticatedAgainIT.letTimePass(administrator);
        assertThat(act(user, "reset", Map.of())).contains(ASKS).doesNotContain("data-testid=\"issued-link\"");
        ask(user, "again-confirm", "again-form", Map.of("again-form", "again-form", "again-password", Fleet.CHOSEN));
        assertThat(act(user, "reset", Map.of()))
                .contains("data-testid=\"issued-link\"")
                .doesNotContain(ASKS);
    }

    @Test
    void aUserIsMadeOnlyAfterThePassword() throws SQLException {
        AuthenticatedAgainIT.letTimePass(administrator);
        String name = Fleet.unique("made");
        Map<String, String> fields = place("");
        fields.put("username", name);
        fields.put("invited", "on");
        assertThat(act("/administration/users.xhtml", "create", fields)).contains(ASKS);
        assertThat(server.administratorByToken()
                        .get("/api/v1/users?search=" + name.substring(name.indexOf(' ') + 1))
                        .items())
                .isEmpty();
    }

    @Test
    void aRequiredFactorIsGivenUpOnlyAfterThePassword() throws SQLException {
        String page = "/administration/organization.xhtml?id=" + fleet.organizationId();
        AuthenticatedAgainIT.letTimePass(administrator);
        Map<String, String> off = Map.of("factor-form", "factor-form");
        Map<String, String> on = Map.of("factor-form", "factor-form", "factor-required", "on");
        assertThat(ask(page, "save-factor", "factor-form", off)).contains(ASKS);
        assertThat(ask(page, "save-factor", "factor-form", on)).doesNotContain(ASKS);
        assertThat(ask(page, "save-factor", "factor-form", off)).contains(ASKS);
    }

    private String act(String page, String act, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put(act + "-form", act + "-form");
        return ask(page, act + "-confirm", "issued-body", form);
    }

    private Map<String, String> place(String prefix) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(prefix + "role", "ORGANIZATION_MANAGER");
        fields.put(prefix + "organization", fleet.organizationId());
        return fields;
    }

    private String ask(String page, String source, String updated, Map<String, String> fields) {
        return portal.ask(page, source, updated, fields).expect(200).body();
    }

    private String id(String name) {
        return server.administratorByToken()
                .get("/api/v1/users?search=" + name.substring(name.indexOf(' ') + 1))
                .expect(200)
                .first("id");
    }
}
