package dev.muster.launcher.keys;

import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.launcher.bootstrap.Databases;
import dev.muster.launcher.bootstrap.MasterKey;
import dev.muster.launcher.bootstrap.Schema;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The command {@code rotate-master-key}. {@code MUSTER_MASTER_KEY} is the present key and {@code MUSTER_NEW_MASTER_KEY}
 * the new one. If the present key is in the data directory, the new one is made and put there.
 */
final class RotateMasterKey {

    private static final String PRESENT = "muster.master-key";
    private static final String NEW = "muster.new-master-key";

    private final ServerSettings settings;
    private final SettingsSource source;
    private final SecureRandom random = new SecureRandom();

    RotateMasterKey(ServerSettings settings, SettingsSource source) {
        this.settings = settings;
        this.source = source;
    }

    void run(PrintStream out) throws SQLException, IOException {
        Optional<String> given = source.secret(PRESENT);
        String present = MasterKey.of(settings, given, random);
        MasterKeyFile file = new MasterKeyFile(MasterKey.file(settings));
        String next = given.isPresent() ? givenNext() : preparedNext(file);
        if (next.equals(present)) {
            throw new LaunchFailure("The new master key is the present one. Make another: openssl rand -base64 32.");
        }
        MasterKeyRotation.Outcome outcome = rotate(present, next, out);
        if (given.isEmpty()) {
            file.finish();
        }
        out.printf(
                "Muster: %d secrets are now encrypted under the new master key%s.%n",
                outcome.done(), outcome.before() == 0 ? "" : ", " + outcome.before() + " were before");
        out.println(
                given.isPresent()
                        ? "Muster: start the servers with MUSTER_MASTER_KEY set to the new key."
                        : "Muster: the new key is in " + MasterKey.file(settings) + ".");
        out.println("Muster: keep the old key as long as you keep backups from before.");
    }

    private MasterKeyRotation.Outcome rotate(String present, String next, PrintStream out) throws SQLException {
        DataSource database = Databases.open(settings.database());
        try (Connection connection = database.getConnection()) {
            OtherConnections.requireNone(connection);
        }
        Schema.migrate(database);
        out.println("Muster: encrypting every secret again ...");
        try (Connection connection = database.getConnection()) {
            return new MasterKeyRotation(
                            KeyEncryption.withMasterKey(present), KeyEncryption.withMasterKey(next), random)
                    .run(connection);
        }
    }

    private String givenNext() {
        return source.secret(NEW)
                .map(key -> MasterKey.checked(key, "MUSTER_NEW_MASTER_KEY"))
                .orElseThrow(() -> new LaunchFailure("Set MUSTER_NEW_MASTER_KEY to the base64 of 32 new random bytes"
                        + " (openssl rand -base64 32), and keep it apart from the database."));
    }

    /** Of an interrupted rotation, of the operator, or new. */
    private String preparedNext(MasterKeyFile file) throws IOException {
        String next = file.interrupted()
                .or(() -> source.secret(NEW))
                .map(key -> MasterKey.checked(key, "The new master key"))
                .orElseGet(() -> KeyEncryption.newMasterKey(random));
        file.prepare(next);
        return next;
    }
}
