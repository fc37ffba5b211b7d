package dev.muster.it.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.sql.DataSource;

/** Rows of attempts and of spent proofs, written past the product. */
final class AttemptRows {

    private AttemptRows() {}

    static void spend(UUID certificate, String proofId, Instant at) throws Exception {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into spent_proof (certificate_id, proof_id, spent_at) values (?, ?, ?)")) {
            insert.setObject(1, certificate);
            insert.setString(2, proofId);
            insert.setTimestamp(3, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    static void insert(boolean verified, Instant at) throws Exception {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement("insert into provisioning_attempt"
                        + " (id, attempted_at, outcome, source, verified) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setString(3, verified ? "provisioned" : "invalid-proof");
            insert.setString(4, "192.0.2.1");
            insert.setBoolean(5, verified);
            insert.executeUpdate();
        }
    }

    static int count(boolean verified) throws Exception {
        return number("select count(*) from provisioning_attempt where verified = " + verified);
    }

    static int number(String sql) throws Exception {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery(sql)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    static void execute(String sql) throws Exception {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connection() throws Exception {
        DataSource dataSource = (DataSource) new InitialContext().lookup("java:app/jdbc/muster");
        return dataSource.getConnection();
    }
}
