package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server on a database that is not as Muster's own: its only role owns the schema and runs the application, transactions are
 * serializable by default, and once it is as it was at the time of the one root.
 */
@Tag("endurance")
class OwnDatabaseIT {

    private static final String TELEMETRY = "/api/v1/telemetry";
    private static final String MESSAGE = "{\"data\":{\"a\":1}}";

    @TempDir
    Path directory;

    private static String name;
    private static MusterServer server;

    @BeforeAll
    static void startOnADatabaseOfItsOwn() throws SQLException {
        name = "own_" + UUID.randomUUID().toString().replace('-', '_');
        Database.postgres().createDatabaseOfOneRole(name);
        try (Connection connection = Database.postgres().connect(name)) {
            connection
                    .createStatement()
                    .execute("alter database " + name + " set default_transaction_isolation = 'serializable'");
        }
        server = Database.POSTGRESQL.start(name, Database.postgres().settingsOfOneRole(name));
    }

    @AfterAll
    static void end() {
        server.kill();
    }

    /** The server works in read committed, on which its locks rely. */
    @Test
    void aServerIsReadyOnADatabaseThatIsSerializableByDefault() throws Exception {
        try (Connection connection = Database.postgres().connect(name)) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
        assertThat(server.nobody().get("/health/ready").expect(200).text("status"))
                .isEqualTo("UP");
    }

    /** Devices go on, and the one root is worth nothing for a server any more. */
    @Test
    void ofTheTimeOfOneRootDevicesGoOnAndItSignsNoServerAnyMore() throws Exception {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 3));
        Certificate proof = fleet.newCertificate();
        SimulatedDevice byToken = SimulatedDevice.provision(server, proof, ImportFile.imei(1));
        DeviceCa factory = DeviceCa.create(fleet, directory);
        CertifiedDevice byCertificate = factory.device(ImportFile.imei(2));
        inTls(byCertificate, factory).post(TELEMETRY, MESSAGE).expect(202);
        Path oldRoot = Files.copy(server.deviceRoot(), directory.resolve("old-root.pem"));

        restartAsFromOneRoot();

        assertThat(server.deviceRoot()).hasSameTextualContentAs(oldRoot);
        byToken.client().at(server).post(TELEMETRY, MESSAGE).expect(202);
        inTls(byCertificate, factory).post(TELEMETRY, MESSAGE).expect(202);
        SimulatedDevice.provision(server, proof, ImportFile.imei(3));
        int port = URI.create(server.url()).getPort();
        for (TlsClient client : TlsClient.present()) {
            assertThat(client.accepts("localhost", port, oldRoot))
                    .as(client + " with the old root")
                    .isFalse();
            assertThat(client.accepts("localhost", port, server.root()))
                    .as(client + " with the server root")
                    .isTrue();
        }
    }

    /** What a database has before its first start with two roots: the one row. */
    private void restartAsFromOneRoot() throws SQLException {
        server.kill();
        try (Connection connection = Database.postgres().connect(name)) {
            int deleted = connection.createStatement().executeUpdate("delete from issuer where owner = 'server-root'");
            assertThat(deleted).isOne();
        }
        server.launch();
    }

    private ApiClient inTls(CertifiedDevice device, DeviceCa factory) {
        return TlsDevice.of(server, device.key(), device.certificate(), factory.certificate());
    }
}
