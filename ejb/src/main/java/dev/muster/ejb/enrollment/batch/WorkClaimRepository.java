package dev.muster.ejb.enrollment.batch;

import dev.muster.ejb.shared.DatabaseProbe;
import dev.muster.ejb.shared.Scope;
import dev.muster.ejb.shared.TransactionScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Which server works on which import. A claim is a locked row on a connection of its own, beside the transactions of
 * the work. So no clock and no heartbeat is needed to tell work that goes on from work whose server died. Called
 * outside of any transaction.
 *
 * <p>The holder of a claim may wait for the row of the import. So a transaction that holds that row must not wait for a
 * claim: the database would not see the deadlock, because one half of it is in this program.
 */
@ApplicationScoped
public class WorkClaimRepository {

    private static final String ADD = "insert into import_claim (batch_id) values (?)";

    private static final String LOCK = "select batch_id from import_claim where batch_id = ? for update skip locked";

    /** Deletes the row of a claim if its import is gone. */
    private static final String FORGET = """
            delete from import_claim
            where batch_id = ? and not exists (select 1 from enrollment_batch where id = import_claim.batch_id)""";

    private static final Duration PAUSE = Duration.ofMillis(50);

    @Resource(lookup = DatabaseProbe.DATA_SOURCE)
    private DataSource dataSource;

    /** Claims an import that does not exist yet. */
    public WorkClaim create(UUID importId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, importId);
            add.executeUpdate();
        }
        return take(importId).orElseThrow(() -> new IllegalStateException("A new claim was taken by somebody else"));
    }

    /** Claims an import; empty if its claim is held, or the import is gone. */
    public Optional<WorkClaim> take(UUID importId) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            if (lock(connection, importId)) {
                return Optional.of(() -> end(connection, importId));
            }
            connection.rollback();
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The same, and waits for a while if the claim is held. */
    public Optional<WorkClaim> take(UUID importId, Duration patience) throws SQLException {
        long begin = System.nanoTime();
        Optional<WorkClaim> claim = take(importId);
        while (claim.isEmpty() && System.nanoTime() - begin < patience.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            claim = take(importId);
        }
        return claim;
    }

    private static boolean lock(Connection connection, UUID importId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, importId);
            try (ResultSet found = lock.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void end(Connection connection, UUID importId) {
        try (connection) {
            forget(connection, importId);
        } catch (SQLException theLockIsGoneAnyway) {
            return;
        }
    }

    private static void forget(Connection connection, UUID importId) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            TransactionScope.declareOn(connection, Scope.PLATFORM);
            forget.setObject(1, importId);
            forget.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }
}
