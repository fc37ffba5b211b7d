package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Role;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each statement that a tenant's calls and pages execute, once more, without its tenant and in the scope of another tenant: the
 * database shows and changes nothing. The statements come from the engine's log of the running server, so a new query is among
 * them without being listed.
 */
class ForgottenTenantIT {

    private static final String LOG = "statements.log";

    /** What row-level security says of a row that a scope may not write. */
    private static final String VIOLATION = "42501";

    /** Each is found by the superuser, without row-level security: the test could fail for it. */
    private static final int AT_LEAST = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The names of manufacturers, an organization's own row, and the roots, which sign for all manufacturers. */
    private static final Pattern SEEN_BY_ALL = Pattern.compile("from (manufacturer|organization|issuer) ");

    /** A stranger has leaves of the own creation, so each is looked at. */
    private static final Pattern LEAVES = Pattern.compile("from log_leaf ");

    /**
     * Tables that hold nothing of a tenant: which server works on what, how many logins failed, and the public checkpoint and
     * keys of the log. Everybody may add a leaf to the log, and sees it only in the own tenant.
     */
    private static final Pattern OF_NO_TENANT =
            Pattern.compile("from (housekeeping|import_claim|login_delay|log_head|log_key) |into log_leaf |pg_catalog");

    /** What an aggregate of no rows says. */
    private static final Set<String> NOTHING = Set.of("0", "null");

    private static Postgres postgres;
    private static MusterServer server;

    @BeforeAll
    static void start() throws IOException {
        Path directory = Path.of(System.getProperty("muster.it.directory"));
        postgres = Postgres.start(
                directory.resolve("forgotten-" + UUID.randomUUID()),
                Map.of(
                        "logging_collector",
                        "on",
                        "log_directory",
                        "log",
                        "log_filename",
                        LOG,
                        "log_line_prefix",
                        LoggedStatement.PREFIX));
        server = Database.POSTGRESQL.start("forgotten", postgres.settings());
    }

    @AfterAll
    static void end() {
        server.kill();
        postgres.close();
    }

    @Test
    void rowLevelSecurityCatchesEachQueryThatForgetsItsTenant() throws Exception {
        CrawledTenant recorded = CrawledTenant.create(server, postgres, 750_000);
        CrawledTenant victim = CrawledTenant.create(server, postgres, 760_000);
        Fleet stranger = Fleet.create(server);
        Map<String, LoggedStatement> statements = record(recorded);
        List<String> leaks = new ArrayList<>();
        List<String> controls = new ArrayList<>();
        for (LoggedStatement statement : statements.values()) {
            LoggedStatement forgotten = forget(statement, recorded, victim);
            for (String organization : List.of(stranger.organizationId(), "")) {
                String manufacturer = organization.isEmpty() ? stranger.manufacturerId() : "";
                Found found = asApplication(forgotten, "tenant", organization, manufacturer);
                if (found.isOf(victim, forgotten)) {
                    leaks.add(forgotten.sql() + " -> " + found);
                }
            }
            if (asApplication(forgotten, "", "", "").isOf(victim, forgotten)) {
                leaks.add("without a scope: " + forgotten.sql());
            }
            if (asSuperuser(forgotten).isOf(victim, forgotten)) {
                controls.add(forgotten.text());
            }
        }
        System.out.printf(
                "%d statements without their tenant, %d of them with something to find%n",
                statements.size(), controls.size());
        assertThat(leaks).isEmpty();
        assertThat(controls).hasSizeGreaterThan(AT_LEAST);
    }

    /** The distinct statements of all that the two managers can do. */
    private static Map<String, LoggedStatement> record(CrawledTenant tenant) throws Exception {
        List<PortalClient> portals = Stream.of(Role.ORGANIZATION_MANAGER, Role.MANUFACTURER_MANAGER)
                .map(role -> PortalClient.at(server).logIn(tenant.user(role), Fleet.CHOSEN))
                .toList();
        Path log = postgres.data().resolve("log").resolve(LOG);
        long begin = Files.size(log);
        logging("all");
        for (PortalClient portal : portals) {
            PortalCrawlIT.open(portal, tenant.values());
        }
        for (Operation operation : Operation.all()) {
            switch (operation.audience()) {
                case ORGANIZATION, ACCOUNT, USERS -> operation.by(tenant.fleet().organization(), tenant.values());
                case MANUFACTURER -> operation.by(tenant.fleet().manufacturer(), tenant.values());
                case EVERYONE, DEVICE, PLATFORM -> {}
            }
        }
        logging("none");
        byte[] all = Files.readAllBytes(log);
        String text = new String(all, (int) begin, (int) (all.length - begin), StandardCharsets.UTF_8);
        Map<String, LoggedStatement> distinct = new LinkedHashMap<>();
        LoggedStatement.all(text).stream()
                .filter(LoggedStatement::isOfTenant)
                .forEach(statement -> distinct.putIfAbsent(statement.text(), statement));
        return distinct;
    }

    private static void logging(String which) throws Exception {
        postgres.execute("alter system set log_statement = '" + which + "'", "select pg_reload_conf()");
        Await.until(PATIENCE, () -> postgres.value("show log_statement"), which::equals);
    }

    private static LoggedStatement forget(LoggedStatement statement, CrawledTenant recorded, CrawledTenant victim) {
        Map<String, String> translation = new LinkedHashMap<>();
        recorded.values()
                .forEach((name, value) -> translation.put(value, victim.values().get(name)));
        UnaryOperator<String> translate = value -> translation.getOrDefault(value, value);
        return statement
                .with(translate)
                .withoutTenant(
                        List.of(victim.fleet().organizationId(), victim.fleet().manufacturerId()));
    }

    private static Found asApplication(
            LoggedStatement statement, String scope, String organization, String manufacturer) throws SQLException {
        try (Connection connection = postgres.connectAsApplication()) {
            return execute(connection, statement, scope, organization, manufacturer);
        }
    }

    private static Found asSuperuser(LoggedStatement statement) throws SQLException {
        try (Connection connection = postgres.connect()) {
            return execute(connection, statement, "", "", "");
        }
    }

    private static Found execute(
            Connection connection, LoggedStatement forgotten, String scope, String organization, String manufacturer)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String[] setting : new String[][] {
                {"scope", scope}, {"organization", organization}, {"manufacturer", manufacturer}, {"user", ""}
            }) {
                statement.execute("select set_config('muster.%s', '%s', true)".formatted(setting[0], setting[1]));
            }
            boolean rows = statement.execute(forgotten.sql());
            return rows ? Found.of(statement.getResultSet()) : new Found(List.of(), statement.getUpdateCount());
        } catch (SQLException e) {
            return new Found(List.of(), VIOLATION.equals(e.getSQLState()) ? 0 : -1);
        } finally {
            connection.rollback();
        }
    }

    /** @param changed how many rows a statement has changed; -1 if it failed for another reason */
    private record Found(List<String> values, int changed) {

        static Found of(ResultSet rows) throws SQLException {
            TreeSet<String> values = new TreeSet<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(rows.getString(column)));
                }
            }
            return new Found(List.copyOf(values), 0);
        }

        /**
         * Whether a statement has found or changed something that is not the stranger's. A stranger has nothing, so any value is
         * too much, but for what every tenant sees.
         */
        boolean isOf(CrawledTenant tenant, LoggedStatement statement) {
            if (OF_NO_TENANT.matcher(statement.text()).find()) {
                return false;
            }
            if (LEAVES.matcher(statement.text()).find()) {
                return changed > 0 || hasLeafOf(tenant);
            }
            if (SEEN_BY_ALL.matcher(statement.text()).find()
                    || !statement.text().contains(" from ")) {
                return changed > 0 || tenant.marks().stream().anyMatch(values::contains);
            }
            return changed > 0 || !values.stream().allMatch(NOTHING::contains);
        }

        /** Leaves name their tenant within a longer text. */
        private boolean hasLeafOf(CrawledTenant tenant) {
            return values.stream()
                    .anyMatch(value -> value.contains(tenant.fleet().organizationId())
                            || value.contains(tenant.fleet().manufacturerId()));
        }
    }
}
