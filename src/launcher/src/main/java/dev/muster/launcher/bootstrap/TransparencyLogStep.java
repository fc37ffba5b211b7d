package dev.muster.launcher.bootstrap;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.LogKey;
import dev.muster.domain.transparency.LogKeyPairs;
import dev.muster.domain.transparency.SignedNote;
import dev.muster.domain.trust.file.KeyEncryption;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes the transparency log, with its key and the checkpoint of no leaves, unless it exists. Its name comes from the
 * public address of the first start and stays, because a verifier knows the log by its name. If two servers start at
 * the same time, the database accepts one log, and both servers use it.
 */
public final class TransparencyLogStep {

    private static final String ADD_KEY = """
            insert into log_key (id, name, public_key, encrypted_key, created_at) values (?, ?, ?, ?, ?)""";

    private static final String ADD_HEAD = """
            insert into log_head (id, origin, tree_size, checkpoint, key_id) values (1, ?, 0, ?, ?)
            on conflict do nothing""";

    private final DataSource database;
    private final KeyEncryption encryption;
    private final SecureRandom random;

    public TransparencyLogStep(DataSource database, KeyEncryption encryption, SecureRandom random) {
        this.database = database;
        this.encryption = encryption;
        this.random = random;
    }

    /** @param publicUrl how people reach the portal */
    void ensure(String publicUrl, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (exists(connection) || !make(connection, origin(publicUrl), now)) {
                connection.rollback();
            } else {
                connection.commit();
            }
        }
    }

    /** Host, port if it is not the usual one, and {@code /log}. */
    static String origin(String publicUrl) {
        URI url = URI.create(publicUrl);
        String host = url.getHost() == null ? "localhost" : url.getHost();
        return host + (url.getPort() < 0 || url.getPort() == 443 ? "" : ":" + url.getPort()) + "/log";
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select 1 from log_head")) {
            return row.next();
        }
    }

    private boolean make(Connection connection, String origin, Instant now) throws SQLException {
        LogKey key = LogKeyPairs.make(origin, random);
        UUID id = addKey(connection, key, now);
        try (PreparedStatement insert = connection.prepareStatement(ADD_HEAD)) {
            insert.setString(1, origin);
            insert.setString(2, SignedNote.sign(new Checkpoint(origin, 0, Hashes.emptyRoot()).text(), key));
            insert.setObject(3, id);
            return insert.executeUpdate() > 0;
        }
    }

    /**
     * Stores a key of the log.
     *
     * @return its id
     */
    public UUID addKey(Connection connection, LogKey key, Instant now) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement(ADD_KEY)) {
            insert.setObject(1, id);
            insert.setString(2, key.name());
            insert.setBytes(3, key.verifierKey().publicKey());
            insert.setBytes(4, encryption.encrypt(key.pair().getPrivate(), LogKeyPairs.associatedData(id), random));
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return id;
    }
}
