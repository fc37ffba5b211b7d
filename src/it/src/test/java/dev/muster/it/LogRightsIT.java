package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.Proofs;
import dev.muster.domain.transparency.RootBuilder;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the application's role cannot do to the transparency log, and what the administrator of the database can do: then
 * it is found.
 */
@TestMethodOrder(OrderAnnotation.class)
class LogRightsIT {

    private static final String DENIED = "42501";

    /** The columns of a leaf, without the one that the database computes. */
    private static final String WRITTEN = "id, leaf_index, entry, salt, content, happened_at, act, tenant_id";

    private static final Postgres POSTGRES = Database.postgres();

    private static String database;
    private static MusterServer server;
    private static Fleet fleet;
    private static Certificate certificate;

    @BeforeAll
    static void fillALogOfItsOwn() {
        database = "log_" + UUID.randomUUID().toString().replace('-', '_');
        POSTGRES.createDatabase(database);
        server = Database.POSTGRESQL.start(database, new HashMap<>(POSTGRES.settings(database)));
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 20));
        certificate = fleet.newCertificate();
        for (int i = 0; i < 10; i++) {
            SimulatedDevice.provision(server, certificate, ImportFile.imei(1 + i));
        }
    }

    @AfterAll
    static void end() {
        server.kill();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log_leaf set content = '{}' where leaf_index = 1",
                "update log_leaf set entry = salt where leaf_index = 1",
                "update log_leaf set content = null, salt = null where leaf_index = 1",
                "update log_leaf set leaf_index = 1000000 where leaf_index = 1",
                "update log_leaf set leaf_index = null where leaf_index = 1",
                "delete from log_leaf",
                "truncate log_leaf",
                "insert into log_leaf (leaf_index, entry, happened_at, act) values (1000000, '', now(), 'login')",
                "alter table log_leaf disable trigger all",
                "drop trigger leaf_stays on log_leaf",
                "update log_node set hash = ''",
                "delete from log_node",
                "truncate log_node",
                "update log_head set tree_size = tree_size - 1",
                "update log_head set origin = 'other'",
                "delete from log_head",
                "insert into log_head select * from log_head",
                "update log_key set public_key = ''",
                "insert into log_key select * from log_key",
                "delete from log_key"
            })
    void theApplicationsRoleCannot(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(POSTGRES.url(database), Postgres.NAME, Postgres.PASSWORD);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('muster.scope', 'platform', true)");
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
        }
    }

    /** A slip of the owner is refused, too; only who wants it removes the triggers first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log_leaf set content = '{}' where leaf_index = 1",
                "update log_leaf set leaf_index = 1000000 where leaf_index = 1",
                "delete from log_leaf where leaf_index = 1",
                "truncate log_leaf",
                "delete from log_head"
            })
    void evenTheOwnerMustTryHarder(String statement) {
        assertThatThrownBy(() -> execute(statement)).hasMessageContaining("append-only");
    }

    /** Deleting what a leaf says is possible, and the log still verifies. */
    @Test
    void theOwnerCanDeleteWhatALeafSays() throws SQLException {
        execute("update log_leaf set content = null, salt = null where leaf_index = 0");
        LogExport export = export();
        assertThat(export.leaves().getFirst().containsKey("leaf")).isFalse();
        assertThat(export.isGenuine(PublicLog.of(server).opened(export.checkpoint())))
                .isTrue();
    }

    /** A leaf that says nothing any more still belongs to its tenant. */
    @Test
    void aDeletedLeafIsNotThePlatforms() throws SQLException {
        String leaf = PublicLog.PATH + "?act=certificate-created&object=certificate:" + certificate.id();
        JsonObject kept =
                server.administratorByToken().get(leaf).expect(200).items().getJsonObject(0);
        assertThat(kept.getString("tenant")).isEqualTo("manufacturer:" + fleet.manufacturerId());
        execute("update log_leaf set content = null, salt = null where leaf_index = " + kept.getInt("index"));
        List<JsonObject> deleted = server
                .administratorByToken()
                .get(PublicLog.PATH + "?act=certificate-created")
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(seen -> seen.getInt("index") == kept.getInt("index"))
                .toList();
        assertThat(deleted).singleElement().satisfies(seen -> {
            assertThat(seen.getString("tenant")).isEqualTo("tenant:" + fleet.manufacturerId());
            assertThat(seen.getString("by", null)).isNull();
        });
    }

    @Test
    void whatTheAdministratorOfTheDatabaseChangesIsFound() throws SQLException {
        PublicLog log = PublicLog.of(server);
        JsonObject receipt = SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(12)))
                .expect(201)
                .json()
                .getJsonObject("log");
        Checkpoint kept = log.assertReceipt(receipt);
        int index = receipt.getInt("index");
        assertFound(log, "update log_leaf set content = replace(content, 'device-created', 'device-rotated')", index);
        assertFound(log, "update log_leaf set salt = entry", index);
        assertFound(log, "delete from log_leaf", index);
        assertFoundIf(log, """
                update log_leaf set leaf_index = case leaf_index when %1$d then %2$d else %1$d end
                where leaf_index in (%1$d, %2$d)""".formatted(index, index - 1));
        assertFoundIf(log, """
                insert into log_leaf (leaf_index, entry, salt, content, happened_at, act)
                select (select tree_size from log_head), entry, salt, content, happened_at, act from log_leaf
                where leaf_index = %d""".formatted(index), "update log_head set tree_size = tree_size + 1");
        assertThat(log.checkpoint().size()).isGreaterThanOrEqualTo(kept.size());
    }

    /**
     * A whole history, computed again from a changed leaf, contradicts the checkpoint and the receipt that somebody kept,
     * even if it is signed with the stolen key: the signature does not help.
     */
    @Test
    void anotherHistoryContradictsWhatWasKept() {
        PublicLog log = PublicLog.of(server);
        JsonObject receipt = SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(13)))
                .expect(201)
                .json()
                .getJsonObject("log");
        Checkpoint kept = log.assertReceipt(receipt);
        List<byte[]> forged =
                new ArrayList<>(export().leaves().stream().map(LogExport::entry).toList());
        forged.set(2, Hashes.entry(new byte[32], "{}"));
        RootBuilder root = new RootBuilder();
        forged.forEach(entry -> root.add(Hashes.leaf(entry)));
        assertThat(root.root()).isNotEqualTo(kept.root());
        assertThat(Proofs.consistent(kept.size(), kept.root(), root.size(), root.root(), List.of()))
                .isFalse();
        byte[] own = Hashes.leaf(forged.get(receipt.getInt("index")));
        assertThat(Proofs.includes(
                        own,
                        receipt.getInt("index"),
                        root.size(),
                        PublicLog.hashes(receipt.getJsonArray("hashes")),
                        root.root()))
                .isFalse();
    }

    /**
     * The server reads the edge of the tree again when it starts, and does not continue what it has not signed. The last test,
     * because it leaves a log that nobody continues.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void theServerSignsNothingAboveChangedLeaves() throws Exception {
        PublicLog log = PublicLog.of(server);
        assertThat(log.checkpoint().size()).isGreaterThan(1);
        server.kill();
        execute("alter table log_leaf disable trigger all", "update log_leaf set entry = salt where leaf_index = 1");
        server.launch();
        Checkpoint before = log.checkpoint();
        server.administrator().post("/api/v1/tokens", "{\"name\":\"more\"}").ok();
        String pending = "select count(*) from log_leaf where leaf_index is null";
        Await.until(Duration.ofSeconds(10), () -> value(pending), count -> count > 0);
        for (int i = 0; i < 60; i++) {
            Await.moment();
        }
        assertThat(log.checkpoint()).isEqualTo(before);
    }

    private static void assertFound(PublicLog log, String statement, int index) throws SQLException {
        assertFoundIf(log, statement + " where leaf_index = " + index);
    }

    /** Changes the log, exports it, and changes it back. */
    private static void assertFoundIf(PublicLog log, String... statements) throws SQLException {
        LogExport before = export();
        assertThat(before.isGenuine(log.opened(before.checkpoint()))).isTrue();
        execute(
                "create table kept_leaf as select " + WRITTEN + " from log_leaf",
                "create table kept_head as select * from log_head",
                "alter table log_leaf disable trigger all",
                "alter table log_head disable trigger all");
        try {
            execute("drop index log_leaf_by_index");
            execute(statements);
            LogExport after = export();
            assertThat(after.isGenuine(log.opened(after.checkpoint())))
                    .as(String.join("; ", statements))
                    .isFalse();
        } finally {
            execute(
                    "delete from log_leaf where id in (select id from kept_leaf) or leaf_index is not null",
                    "insert into log_leaf (" + WRITTEN + ") overriding system value select * from kept_leaf",
                    "update log_head h set tree_size = k.tree_size, checkpoint = k.checkpoint from kept_head k",
                    "drop table kept_leaf",
                    "drop table kept_head",
                    "create unique index log_leaf_by_index on log_leaf (leaf_index)",
                    "alter table log_leaf enable trigger all",
                    "alter table log_head enable trigger all");
        }
        LogExport again = export();
        assertThat(again.isGenuine(log.opened(again.checkpoint()))).isTrue();
    }

    private static LogExport export() {
        return LogExport.of(server.administratorByToken().get(PublicLog.PATH + "/export"));
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = POSTGRES.connect(database);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static long value(String query) {
        try (Connection connection = POSTGRES.connect(database);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
