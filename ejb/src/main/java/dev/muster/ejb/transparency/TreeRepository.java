package dev.muster.ejb.transparency;

import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.TilePath;
import dev.muster.domain.transparency.TileSource;
import dev.muster.domain.transparency.TiledTree.TileRoot;
import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;

/** The tree of the log: its head, the places of leaves, and the hashes of its tiles. Needs the scope of the platform. */
@ApplicationScoped
class TreeRepository implements TileSource {

    private static final String HEAD = "select origin, tree_size, checkpoint, key_id from log_head where id = 1";

    private static final String PENDING =
            "select id, entry from log_leaf where leaf_index is null and id >= ? order by id limit ?";

    private static final String LEAVES =
            "select entry from log_leaf where leaf_index >= ? and leaf_index < ? order by leaf_index";

    private static final String NODES =
            "select hash from log_node where tile_level = ? and node_index >= ? and node_index < ? order by node_index";

    /** Both in one statement, because a round takes as long as its statements. */
    private static final String PLACE_ALL_AND_MOVE = """
            with placed as (
              update log_leaf l set leaf_index = ? + p.number - 1
              from unnest(?) with ordinality as p (id, number) where l.id = p.id)
            update log_head set tree_size = ?, checkpoint = ? where id = 1""";

    private static final String MOVE = "update log_head set tree_size = ?, checkpoint = ? where id = 1";

    private static final String PLACE_ONE = "update log_leaf set leaf_index = ? where id = ?";

    @Inject
    private Store store;

    LogHead head() {
        return run(connection -> head(connection, HEAD));
    }

    /** The head, which no other server moves until the transaction ends. */
    LogHead lockHead() {
        return run(connection -> head(connection, HEAD + " for update"));
    }

    private static LogHead head(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new LogHead(row.getString(1), row.getLong(2), row.getString(3), row.getObject(4, UUID.class));
        }
    }

    /**
     * Committed leaves without a place, the oldest first.
     *
     * @param from the lowest id
     */
    List<PendingLeaf> pending(long from, int most) {
        return run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(PENDING)) {
                select.setLong(1, from);
                select.setInt(2, most);
                List<PendingLeaf> pending = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        pending.add(new PendingLeaf(row.getLong(1), row.getBytes(2)));
                    }
                }
                return pending;
            }
        });
    }

    /** The places of leaves; those without a place are missing. */
    Map<Long, Long> places(Collection<Long> ids) {
        List<?> rows = store.entityManager()
                .createNativeQuery("select id, leaf_index from log_leaf where id in (:ids) and leaf_index is not null")
                .setParameter("ids", ids)
                .getResultList();
        Map<Long, Long> places = new HashMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> places.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
        return places;
    }

    /**
     * Gives leaves their places, and moves the head on. The caller holds it.
     *
     * @param first the place of the first leaf
     */
    void place(List<PendingLeaf> leaves, long first, String checkpoint) {
        run(connection -> {
            if (Engine.of(connection) == Engine.POSTGRESQL) {
                placeAll(connection, leaves, first, checkpoint);
            } else {
                placeEach(connection, leaves, first);
                move(connection, first + leaves.size(), checkpoint);
            }
            return leaves;
        });
    }

    private static void placeAll(Connection connection, List<PendingLeaf> leaves, long first, String checkpoint)
            throws SQLException {
        Long[] ids = leaves.stream().map(PendingLeaf::id).toArray(Long[]::new);
        try (PreparedStatement update = connection.prepareStatement(PLACE_ALL_AND_MOVE)) {
            update.setLong(1, first);
            update.setArray(2, connection.createArrayOf("bigint", ids));
            update.setLong(3, first + ids.length);
            update.setString(4, checkpoint);
            update.executeUpdate();
        }
    }

    private static void placeEach(Connection connection, List<PendingLeaf> leaves, long first) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PLACE_ONE)) {
            for (int i = 0; i < leaves.size(); i++) {
                update.setLong(1, first + i);
                update.setLong(2, leaves.get(i).id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Stores the roots of tiles that are full now. */
    void add(List<TileRoot> roots) {
        run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into log_node (tile_level, node_index, hash) values (?, ?, ?)")) {
                for (TileRoot root : roots) {
                    insert.setInt(1, root.level());
                    insert.setLong(2, root.index());
                    insert.setBytes(3, root.hash());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private static void move(Connection connection, long size, String checkpoint) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setLong(1, size);
            update.setString(2, checkpoint);
            update.executeUpdate();
        }
    }

    @Override
    public List<byte[]> hashes(int level, long index, int width) {
        List<byte[]> hashes = level == 0
                ? entries(index, width).stream().map(Hashes::leaf).toList()
                : run(connection -> nodes(connection, level, index * TilePath.FULL, width));
        if (hashes.size() != width) {
            throw new IllegalStateException("The transparency log lacks hashes of tile " + level + "/" + index);
        }
        return hashes;
    }

    /** What the tree commits to, of the first leaves of a tile. */
    List<byte[]> entries(long index, int width) {
        long first = index * TilePath.FULL;
        return run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LEAVES)) {
                select.setLong(1, first);
                select.setLong(2, first + width);
                return bytes(select);
            }
        });
    }

    private static List<byte[]> nodes(Connection connection, int level, long first, int width) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NODES)) {
            select.setInt(1, level);
            select.setLong(2, first);
            select.setLong(3, first + width);
            return bytes(select);
        }
    }

    private static List<byte[]> bytes(PreparedStatement select) throws SQLException {
        List<byte[]> bytes = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                bytes.add(row.getBytes(1));
            }
        }
        return bytes;
    }

    private <T> T run(ReturningWork<T> work) {
        return store.entityManager().unwrap(Session.class).doReturningWork(work);
    }
}
