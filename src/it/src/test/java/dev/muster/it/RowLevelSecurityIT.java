package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testkit.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which rows the application's role sees in which scope, whatever query it makes. */
class RowLevelSecurityIT {

    /** They hold nothing of a tenant, or the application's role cannot read them. A new table is in the policies, or here. */
    private static final Set<String> WITHOUT_TENANT = Set.of(
            "flyway_schema_history",
            "housekeeping",
            "import_claim",
            "login_delay",
            "server_instance",
            "spent_sign_on",
            "enrollment_row_store",
            "log_head",
            "log_key",
            "log_node");

    private static final String UNPROTECTED = """
        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not (relrowsecurity and relforcerowsecurity) and relname !~ '^telemetry_[0-9]{4}_[0-9]{2}$'\
        """;

    private static final String PROTECTED = """
        select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity\
        """;

    /** What says of which tenant a row is. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("enrollment_batch", "organization_id"),
            Map.entry("enrollment", "organization_id"),
            Map.entry("device", "organization_id"),
            Map.entry("device_model", "organization_id"),
            Map.entry("device_command", "organization_id"),
            Map.entry(
                    "application_device", "(select a.organization_id from application a where a.id = application_id)"),
            Map.entry(
                    "application_widget", "(select a.organization_id from application a where a.id = application_id)"),
            Map.entry("application", "organization_id"),
            Map.entry("approval_request", "organization_id"),
            Map.entry("notice", "organization_id"),
            Map.entry("provisioning_attempt", "organization_id"),
            Map.entry("enrollment_row", "(select b.organization_id from enrollment_batch b where b.id = batch_id)"),
            Map.entry("telemetry", "(select d.organization_id from device d where d.id = device_id)"));

    private static final Postgres POSTGRES = Database.postgres();

    private static CrawledTenant tenant;
    private static CrawledTenant other;

    @BeforeAll
    static void fill() {
        tenant = CrawledTenant.create(Database.POSTGRESQL.server(), 770_000);
        other = CrawledTenant.create(Database.POSTGRESQL.server(), 780_000);
    }

    @Test
    void everyTableHasAPolicyOrNoTenant() {
        assertThat(query("postgres", "", "", UNPROTECTED))
                .as("each table has a policy in R__row_level_security.sql, or is named here")
                .containsExactlyInAnyOrderElementsOf(WITHOUT_TENANT);
    }

    @Test
    void withoutAScopeThereAreNoRows() {
        List<String> tables = query("postgres", "", "", PROTECTED);
        assertThat(tables).hasSizeGreaterThan(20);
        for (String table : tables) {
            assertThat(query("", "", "", "select 1 from " + table)).as(table).isEmpty();
            assertThat(query("tenant", "", "", "select 1 from " + table))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void anOrganizationSeesOnlyItsOwnRows() {
        OWNERS.forEach((table, owner) -> assertThat(query(
                        "tenant",
                        tenant.fleet().organizationId(),
                        "",
                        "select distinct %s from %s".formatted(owner, table)))
                .as(table)
                .containsExactly(tenant.fleet().organizationId()));
        assertThat(query("tenant", tenant.fleet().organizationId(), "", "select id from organization"))
                .containsExactly(tenant.fleet().organizationId());
        assertThat(query("tenant", tenant.fleet().organizationId(), "", "select id from manufacturer_certificate"))
                .isEmpty();
    }

    @Test
    void aManufacturerSeesOnlyItsOwnRows() {
        String id = tenant.fleet().manufacturerId();
        for (String table : List.of("manufacturer_certificate", "enrollment", "provisioning_attempt", "notice")) {
            assertThat(query("tenant", "", id, "select distinct manufacturer_id from " + table))
                    .as(table)
                    .containsExactly(id);
        }
        assertThat(query("tenant", "", id, "select id from manufacturer")).containsExactly(id);
        assertThat(query("tenant", "", id, "select id from device"))
                .containsExactly(tenant.values().get("deviceId"));
        assertThat(query("tenant", "", id, "select id from organization"))
                .containsExactly(tenant.fleet().organizationId());
        for (String table : List.of(
                "enrollment_batch",
                "enrollment_row",
                "telemetry",
                "device_model",
                "device_command",
                "application",
                "application_device")) {
            assertThat(query("tenant", "", id, "select 1 from " + table))
                    .as(table)
                    .isEmpty();
        }
    }

    /** Otherwise the tests above would pass without any rows. */
    @Test
    void thePlatformSeesAll() {
        OWNERS.forEach((table, owner) -> assertThat(
                        query("platform", "", "", "select distinct %s from %s".formatted(owner, table)))
                .as(table)
                .contains(tenant.fleet().organizationId(), other.fleet().organizationId()));
    }

    /** A device's request can read no password, no draft and no notice. */
    @Test
    void aDevicesRequestSeesNothingOfPeople() {
        for (String table : List.of("portal_user", "api_token", "enrollment_row", "notice", "allowed_organization")) {
            assertThat(query("device", "", "", "select 1 from " + table))
                    .as(table)
                    .isEmpty();
        }
        assertThat(query("device", "", "", "select id from device"))
                .contains(tenant.values().get("deviceId"), other.values().get("deviceId"));
    }

    /** A policy that reads another table costs the more the larger the fleet is. */
    @Test
    void whoSeesAWholeTableReadsNoOtherTableForIt() {
        for (String table : query("postgres", "", "", PROTECTED)) {
            List<String> plan =
                    query("platform", "", "", "explain (analyze, costs off, timing off) select * from " + table);
            assertThat(plan.stream()
                            .filter(line ->
                                    line.contains(" Scan ") && !line.matches(".*\\bon (\\w+ )?" + table + "\\b.*")))
                    .as(String.join("\n", plan))
                    .allMatch(line -> line.contains("never executed")
                            || line.matches(".* on (telemetry|provisioning_attempt)_\\w+.*"));
        }
    }

    /** Each page reads the user's organization, also before it is known for whom the user works. */
    @Test
    void anOrganizationIsReadWithoutItsFleet() {
        String id = tenant.fleet().organizationId();
        for (String scope : List.of(id, "")) {
            List<String> plan = query(
                    "tenant",
                    scope,
                    "",
                    "explain (analyze, costs off, timing off) select * from organization where id = '" + id + "'");
            assertThat(plan.stream().filter(line -> line.contains(" on enrollment ")))
                    .as(String.join("\n", plan))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("never executed"));
        }
    }

    @Test
    void aRowCannotBeGivenToAnotherTenant() {
        String statement = "update device set organization_id = '%s'"
                .formatted(other.fleet().organizationId());
        assertThatThrownBy(() -> query("tenant", tenant.fleet().organizationId(), "", statement + " returning 1"))
                .hasMessageContaining("row-level security");
        String contact = "update manufacturer set contact = 'x' where id = '%s' returning 1"
                .formatted(other.fleet().manufacturerId());
        assertThat(query("tenant", tenant.fleet().organizationId(), "", contact))
                .isEmpty();
    }

    @Test
    void aTransactionLeavesNoScopeBehind() throws SQLException {
        try (Connection connection = POSTGRES.connectAsApplication();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('muster.scope', 'platform', true)");
            assertThat(one(statement)).isPositive();
            connection.commit();
            assertThat(one(statement)).isZero();
        }
    }

    private static int one(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from device")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** @param scope as the application declares it; {@code postgres} for the superuser */
    private static List<String> query(String scope, String organization, String manufacturer, String sql) {
        try (Connection connection = scope.equals("postgres") ? POSTGRES.connect() : POSTGRES.connectAsApplication();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                select set_config('muster.scope', '%s', true), set_config('muster.organization', '%s', true),
                  set_config('muster.manufacturer', '%s', true)\
                """.formatted(scope, organization, manufacturer));
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            connection.rollback();
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
