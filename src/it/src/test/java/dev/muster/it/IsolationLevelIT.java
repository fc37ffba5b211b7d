package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The server works in read committed, on which its locks rely, also where an operator's database has another default. */
class IsolationLevelIT {

    @Test
    void aServerIsReadyOnADatabaseThatIsSerializableByDefault() throws Exception {
        String name = "serializable_" + UUID.randomUUID().toString().replace('-', '_');
        Postgres.running().createDatabase(name);
        String url = Postgres.running().url(name);
        try (Connection connection = DriverManager.getConnection(url, "muster", "it")) {
            connection
                    .createStatement()
                    .execute("alter database " + name + " set default_transaction_isolation = 'serializable'");
        }
        try (Connection connection = DriverManager.getConnection(url, "muster", "it")) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
        Path data = Path.of(System.getProperty("muster.it.directory"), name + "_data");
        MusterServer server = MusterServer.start(Database.POSTGRESQL, name, data, Map.of("muster.db.url", url));
        try {
            assertThat(server.nobody().get("/health/ready").expect(200).text("status"))
                    .isEqualTo("UP");
        } finally {
            server.kill();
        }
    }
}
