package dev.muster.launcher.keys;

import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LogKey;
import dev.muster.domain.transparency.LogKeyPairs;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.transparency.VerifierKey;
import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.launcher.bootstrap.Databases;
import dev.muster.launcher.bootstrap.MasterKey;
import dev.muster.launcher.bootstrap.Schema;
import dev.muster.launcher.bootstrap.TransparencyLogStep;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The command {@code rotate-log-key}. The new key signs from the next checkpoint on, together with the present one, and
 * a leaf names both. Servers may run: a server reads the new key before its next signature.
 */
final class RotateLogKey {

    /** Holds the head, so that no server signs meanwhile. */
    private static final String PRESENT = """
            select h.origin, k.public_key, k.id, k.encrypted_key
            from log_head h join log_key k on k.id = h.key_id where h.id = 1
            for update of h""";

    private static final String PRESENT_ON_H2 = """
            select h.origin, k.public_key, k.id, k.encrypted_key
            from log_head h join log_key k on k.id = h.key_id where h.id = 1""";

    private final ServerSettings settings;
    private final SettingsSource source;
    private final SecureRandom random = new SecureRandom();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    RotateLogKey(ServerSettings settings, SettingsSource source) {
        this.settings = settings;
        this.source = source;
    }

    void run(PrintStream out) throws SQLException, IOException {
        KeyEncryption encryption =
                KeyEncryption.withMasterKey(MasterKey.of(settings, source.secret("muster.master-key"), random));
        DataSource database = Databases.open(settings.database());
        Schema.migrate(database);
        TransparencyLogStep step = new TransparencyLogStep(database, encryption, random);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            VerifierKey old = present(connection, encryption);
            LogKey next = LogKeyPairs.make(old.name(), random);
            signWith(connection, step.addKey(connection, next, now));
            record(connection, old, next.verifierKey());
            connection.commit();
            out.println("Muster: the log has a new key: " + next.verifierKey().text());
            out.println("Muster: the key before still signs beside it: " + old.text());
            out.println("Muster: give the new key to everybody who verifies the log.");
        }
    }

    /** @throws LaunchFailure if the servers could not read the new key, because their master key is another one */
    private static VerifierKey present(Connection connection, KeyEncryption encryption) throws SQLException {
        boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(isH2 ? PRESENT_ON_H2 : PRESENT)) {
            if (!row.next()) {
                throw new LaunchFailure("There is no log yet: start a server first.");
            }
            if (!encryption.opens(row.getBytes(4), LogKeyPairs.associatedData(row.getObject(3, UUID.class)))) {
                throw new LaunchFailure(
                        "The log's key is encrypted with another master key: set MUSTER_MASTER_KEY to that"
                                + " key. If a rotation of the master key was interrupted, run it again.");
            }
            return new VerifierKey(row.getString(1), row.getBytes(2));
        }
    }

    private static void signWith(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update log_head set key_id = ? where id = 1")) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    private void record(Connection connection, VerifierKey old, VerifierKey next) throws SQLException {
        LoggedAct act =
                LoggedAct.of(Act.LOG_KEY_ROTATED).with("oldKey", old.text()).with("newKey", next.text());
        new LeafTable(connection).add(act, now, random);
    }
}
