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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the time of the one root: devices go on, and that root is worth nothing for a server any more. */
class OldRootIT {

    private static final String TELEMETRY = "/api/v1/telemetry";
    private static final String MESSAGE = "{\"data\":{\"a\":1}}";

    @TempDir
    Path directory;

    private String name;
    private MusterServer server;

    @BeforeEach
    void startOnADatabaseOfItsOwn() {
        name = "old_root_" + UUID.randomUUID().toString().replace('-', '_');
        Database.postgres().createDatabase(name);
        server = Database.POSTGRESQL.start(name, Database.postgres().settings(name));
    }

    @AfterEach
    void end() {
        server.kill();
    }

    @Test
    void itsDevicesGoOnAndItSignsNoServerAnyMore() throws Exception {
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
