package dev.muster.launcher.keys;

import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.trust.file.KeyDecryptionException;
import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.launcher.settings.LaunchFailure;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Encrypts everything again that is encrypted under the master key, under a new one, in one transaction: after a power
 * cut either everything is under the old key, or everything under the new one. A second run finds that nothing is left
 * to do.
 */
final class MasterKeyRotation {

    private final KeyEncryption old;
    private final KeyEncryption next;
    private final SecureRandom random;

    MasterKeyRotation(KeyEncryption old, KeyEncryption next, SecureRandom random) {
        this.old = old;
        this.next = next;
        this.random = random;
    }

    /**
     * @param done how many values were encrypted again
     * @param before how many an earlier run had encrypted
     */
    record Outcome(int done, int before) {

        Outcome plus(Outcome other) {
            return new Outcome(done + other.done, before + other.before);
        }
    }

    /** @throws LaunchFailure if a value is under neither of the keys; then nothing has changed */
    Outcome run(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Outcome outcome = new Outcome(0, 0);
            for (SealedColumn column : SealedColumn.values()) {
                outcome = outcome.plus(rotate(column, connection));
            }
            if (outcome.done() > 0) {
                LoggedAct act = LoggedAct.of(Act.MASTER_KEY_ROTATED).with("secrets", outcome.done());
                new LeafTable(connection).add(act, Instant.now().truncatedTo(ChronoUnit.MICROS), random);
            }
            connection.commit();
            return outcome;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private Outcome rotate(SealedColumn column, Connection connection) throws SQLException {
        Outcome outcome = new Outcome(0, 0);
        lock(column, connection);
        try (PreparedStatement select = connection.prepareStatement(column.select());
                ResultSet row = select.executeQuery();
                PreparedStatement update = connection.prepareStatement(column.update())) {
            while (row.next()) {
                byte[] sealed = row.getBytes(column.column());
                String owner = column.owner(row);
                if (next.opens(sealed, owner)) {
                    outcome = outcome.plus(new Outcome(0, 1));
                } else {
                    update.setBytes(1, again(sealed, owner));
                    update.setObject(2, SealedColumn.id(row));
                    update.executeUpdate();
                    outcome = outcome.plus(new Outcome(1, 0));
                }
            }
        }
        return outcome;
    }

    /** Keeps a server out that starts meanwhile with the old key, and would add something under that key. */
    private static void lock(SealedColumn column, Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table " + column.table() + " in access exclusive mode");
            }
        }
    }

    private byte[] again(byte[] sealed, String owner) {
        try {
            return old.encryptAgain(sealed, owner, next, random);
        } catch (KeyDecryptionException e) {
            throw new LaunchFailure(
                    "The secret of " + owner
                            + " is encrypted neither under the present master key nor under the new one."
                            + " Nothing was changed. Set MUSTER_MASTER_KEY to the key with which the servers start.",
                    e);
        }
    }
}
