package dev.muster.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ejb.provisioning.attempt.AttemptRemoval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The log of attempts does not grow without end: which attempts go, and that one server at a time removes them. */
@ExtendWith(ContainerServer.class)
@ArquillianTest
class AttemptRemovalIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Instant OLDEST = NOW.minus(Duration.ofDays(90));

    @Deployment
    static EnterpriseArchive productWithTests() {
        return ProductArchive.with(AttemptRemovalIT.class, ContainerServer.class, TwoTenants.class);
    }

    /** Five attempts of each kind within the time, and three beyond it; the newest is a second old. */
    @BeforeEach
    void writeAttempts() throws Exception {
        execute("delete from provisioning_attempt");
        for (boolean verified : new boolean[] {true, false}) {
            for (int i = 1; i <= 5; i++) {
                insert(verified, NOW.minusSeconds(i));
            }
            for (int i = 1; i <= 3; i++) {
                insert(verified, OLDEST.minusSeconds(i));
            }
        }
    }

    @Test
    void whatIsTooOldGoes() throws Exception {
        AttemptRemoval removal = TwoTenants.service(AttemptRemoval.class);
        assertThat(removal.removePortion(true, OLDEST)).isEqualTo(3);
        assertThat(removal.removePortion(true, OLDEST)).isZero();
        assertThat(removal.beginOfUnverified(100, OLDEST)).isEqualTo(OLDEST);
        assertThat(count(true)).isEqualTo(5);
        assertThat(count(false)).isEqualTo(8);
    }

    @Test
    void ofWhatStrangersBringAboutOnlyTheNewestStay() throws Exception {
        AttemptRemoval removal = TwoTenants.service(AttemptRemoval.class);
        Instant begin = removal.beginOfUnverified(2, OLDEST);
        assertThat(removal.removePortion(false, begin)).isEqualTo(6);
        assertThat(count(false)).isEqualTo(2);
        assertThat(count(true)).isEqualTo(8);
    }

    @Test
    void whileAnotherServerIsAtItNothingIsRemoved() throws Exception {
        AttemptRemoval removal = TwoTenants.service(AttemptRemoval.class);
        try (Connection other = connection()) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.executeQuery("select task from housekeeping where task = 'attempt-retention' for update");
            }
            assertThat(removal.removePortion(true, OLDEST)).isZero();
            other.rollback();
        }
        assertThat(removal.removePortion(true, OLDEST)).isEqualTo(3);
    }

    @Test
    void spentProofsAreForgottenWhenTheyAreLongExpired() throws Exception {
        UUID certificate = TwoTenants.create().certificateId();
        spend(certificate, "fresh", NOW);
        spend(certificate, "expired", NOW.minus(Duration.ofDays(2)));
        spend(certificate, "long expired", OLDEST);
        AttemptRemoval removal = TwoTenants.service(AttemptRemoval.class);
        assertThat(removal.removeSpentProofs(NOW.minus(Duration.ofDays(1)))).isEqualTo(2);
        assertThat(removal.removeSpentProofs(NOW.minus(Duration.ofDays(1)))).isZero();
        assertThat(number("select count(*) from spent_proof where proof_id = 'fresh'"))
                .isEqualTo(1);
        execute("delete from spent_proof");
    }

    private static void spend(UUID certificate, String proofId, Instant at) throws Exception {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into spent_proof (certificate_id, proof_id, spent_at) values (?, ?, ?)")) {
            insert.setObject(1, certificate);
            insert.setString(2, proofId);
            insert.setTimestamp(3, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    private static void insert(boolean verified, Instant at) throws Exception {
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

    private static int count(boolean verified) throws Exception {
        return number("select count(*) from provisioning_attempt where verified = " + verified);
    }

    private static int number(String sql) throws Exception {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery(sql)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection() throws Exception {
        DataSource dataSource = (DataSource) new InitialContext().lookup("java:app/jdbc/muster");
        return dataSource.getConnection();
    }
}
