package dev.muster.launcher.keys;

import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.transparency.NewLeaf;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The leaves of the transparency log, in the transaction of one command. A server gives a leaf its place. */
final class LeafTable {

    private static final String INSERT = """
            insert into log_leaf (entry, salt, content, happened_at, act) values (?, ?, ?, ?, ?)""";

    private final Connection connection;

    LeafTable(Connection connection) {
        this.connection = connection;
    }

    /** Records an act of the operator, which belongs to no tenant. */
    void add(LoggedAct act, Instant now, SecureRandom random) throws SQLException {
        NewLeaf leaf = NewLeaf.of(act, now, random);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setBytes(1, leaf.entry());
            insert.setBytes(2, leaf.salt());
            insert.setString(3, leaf.content());
            insert.setObject(4, leaf.happenedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, leaf.act());
            insert.executeUpdate();
        }
    }
}
