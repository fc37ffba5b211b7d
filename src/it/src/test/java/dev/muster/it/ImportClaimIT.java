package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The holder of a claim may wait for its import, so a transaction that holds the import must not wait for the claim: the
 * database would let both wait for ever.
 */
class ImportClaimIT {

    private static final String CLAIM = "select batch_id from import_claim where batch_id = ? for update";

    private static final String ROW = "select id from enrollment_batch where id = ? for update";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Fleet fleet = Database.POSTGRESQL.fleet();

    @Test
    @SuppressWarnings("try") // the lock is held, not read
    void aDraftThatSomebodyHasClaimedIsDiscardedAtOnce() throws SQLException {
        Draft draft = draft();
        try (Connection claimed = hold(CLAIM, draft.id())) {
            fleet.organization().delete(draft.path()).expect(204);
        }
        draft.look().expect(404);
    }

    @Test
    @SuppressWarnings("try") // the lock is held, not read
    void aDraftThatIsCommittedWhileItIsDiscardedIsGone() throws Exception {
        Draft draft = draft();
        CompletableFuture<Answer> discarded;
        CompletableFuture<Answer> committed;
        try (Connection held = hold(ROW, draft.id())) {
            discarded = CompletableFuture.supplyAsync(() -> fleet.organization().delete(draft.path()));
            awaitWaiting(1);
            committed = CompletableFuture.supplyAsync(() -> fleet.commit(draft.id()));
            awaitWaiting(2);
        }
        discarded.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).expect(204);
        committed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).expect(404);
        assertThat(claims(draft.id())).isZero();
    }

    @Test
    void aClaimEndsWithItsImport() throws SQLException {
        int before = claims();
        fleet.upload("no header of ours\n").expect(422);
        Draft draft = draft();
        assertThat(claims()).isEqualTo(before + 1);
        fleet.organization().delete(draft.path()).expect(204);
        assertThat(claims()).isEqualTo(before);
    }

    private Draft draft() {
        return Draft.of(fleet, ImportFile.of(1, 3));
    }

    /** In a transaction that ends when it is closed. */
    private static Connection hold(String sql, String importId) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setObject(1, UUID.fromString(importId));
            try (ResultSet row = lock.executeQuery()) {
                assertThat(row.next()).isTrue();
            }
        }
        return connection;
    }

    private static void awaitWaiting(int requests) {
        Await.until(PATIENCE, Database.postgres()::waiting, waiting -> waiting >= requests);
    }

    private static int claims(String importId) throws SQLException {
        return count("select count(*) from import_claim where batch_id = '" + UUID.fromString(importId) + "'");
    }

    private static int claims() throws SQLException {
        return count("select count(*) from import_claim");
    }

    private static int count(String sql) throws SQLException {
        try (Connection connection = connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection connect() throws SQLException {
        return Database.postgres().connect();
    }
}
