package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.MusterServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long a session lasts, and what is stored of a password. The database's rows change; nobody waits. */
class SessionLifetimeIT {

    private static final String PAGE = "/organization/imports.xhtml";

    private final MusterServer server = Database.POSTGRESQL.server();
    private final Fleet fleet = Fleet.create(server);

    @Test
    void aSessionEndsIfItIsNotUsed() throws SQLException {
        String name = fleet.manager();
        PortalClient portal = PortalClient.at(server).logIn(name, Fleet.CHOSEN);
        change(name, "last_used_at = last_used_at - interval '29 minutes'");
        portal.get(PAGE).expect(200);

        change(name, "last_used_at = last_used_at - interval '32 minutes'");
        assertThat(portal.get(PAGE).expect(302).header("Location").orElse("")).contains("/login.xhtml");
        portal.get(PAGE).expect(302);
    }

    @Test
    void aSessionEndsAtItsAbsoluteEndHoweverOftenItIsUsed() throws SQLException {
        String name = fleet.manager();
        PortalClient portal = PortalClient.at(server).logIn(name, Fleet.CHOSEN);
        portal.get(PAGE).expect(200);
        assertThat(value(
                        "select extract(epoch from s.ends_at - s.created_at)::int::text from user_session s"
                                + " join portal_user u on u.id = s.user_id where u.username = ?",
                        name))
                .isEqualTo("43200");

        change(name, "ends_at = now()");
        assertThat(portal.get(PAGE).expect(302).header("Location").orElse("")).contains("/login.xhtml");
    }

    /** OWASP: Argon2id with 19 MiB, 2 passes, 1 lane; here 16 bytes of salt and 32 of hash (RFC 9106). */
    @Test
    void aPasswordIsStoredAsArgon2idWithItsParameters() throws SQLException {
        String hash = value("select password_hash from portal_user where username = ?", fleet.manager());
        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** Blanks at the ends, case, and each of 128 characters count. */
    @Test
    void aPasswordIsTakenAsItIsTyped() {
        String password = " Zoë's " + "x".repeat(113) + " Ünd a. ";
        assertThat(password).hasSize(128);
        String name = "as typed " + UUID.randomUUID();
        server.administratorByToken()
                .post(
                        "/api/v1/users",
                        "{\"username\":\"%s\",\"password\":\"%s\",\"role\":\"ORGANIZATION_MANAGER\",\"organizationId\":\"%s\"}"
                                .formatted(name, password, fleet.organizationId()))
                .expect(201);
        for (String other : new String[] {
            password.strip(),
            password.stripLeading(),
            password.stripTrailing(),
            password.toLowerCase(java.util.Locale.ROOT),
            password.substring(0, 127),
            password + " "
        }) {
            assertThat(logIn(name, other)).as(other).isEqualTo(200);
        }
        assertThat(logIn(name, password)).isEqualTo(302);
    }

    /** Each from another address, so that nobody has to wait. */
    private int logIn(String name, String password) {
        PortalClient portal = PortalClient.at(server, "127.0.62." + ++addresses);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("login", "login");
        form.put("username", name);
        form.put("password", password);
        form.put("log-in", "");
        form.putAll(PortalClient.state(portal.get("/login.xhtml").body()));
        return portal.post("/login.xhtml", form).status();
    }

    private static int addresses;

    private static void change(String username, String assignment) throws SQLException {
        try (Connection connection = Database.postgres().connect();
                PreparedStatement statement = connection.prepareStatement("update user_session set " + assignment
                        + " where user_id = (select id from portal_user where username = ?)")) {
            statement.setString(1, username);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static String value(String query, String username) throws SQLException {
        try (Connection connection = Database.postgres().connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, username);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }
}
