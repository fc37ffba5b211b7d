package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.MusterServer;
import java.sql.Connection;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The server works in read committed, on which its locks rely, also where an operator's database has another default. */
class IsolationLevelIT {

    @Test
    void aServerIsReadyOnADatabaseThatIsSerializableByDefault() throws Exception {
        String name = "serializable_" + UUID.randomUUID().toString().replace('-', '_');
        Database.postgres().createDatabase(name);
        try (Connection connection = Database.postgres().connect(name)) {
            connection
                    .createStatement()
                    .execute("alter database " + name + " set default_transaction_isolation = 'serializable'");
        }
        try (Connection connection = Database.postgres().connect(name)) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
        MusterServer server =
                Database.POSTGRESQL.start(name, Database.postgres().settings(name));
        try {
            assertThat(server.nobody().get("/health/ready").expect(200).text("status"))
                    .isEqualTo("UP");
        } finally {
            server.kill();
        }
    }
}
