package dev.muster.ejb.transparency;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.domain.transparency.LogLeaf;
import dev.muster.domain.transparency.NewLeaf;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The leaves of the log. They are written once and read. */
@ApplicationScoped
class LeafRepository {

    private static final String INSERT = """
            insert into log_leaf (entry, salt, content, happened_at, act, tenant_id) values (?, ?, ?, ?, ?, ?)""";

    private static final String NEWEST_FIRST = " order by e.leafIndex desc nulls first, e.id desc";

    @Inject
    private Store store;

    /** Adds a leaf, also in the scope of a tenant that does not see it. */
    void add(NewLeaf leaf) {
        store.entityManager().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                fill(insert, leaf);
                insert.executeUpdate();
            }
        });
    }

    /**
     * The same, in a scope that sees the leaf.
     *
     * @return its id
     */
    long addKnown(NewLeaf leaf) {
        return store.entityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT, new String[] {"id"})) {
                fill(insert, leaf);
                insert.executeUpdate();
                try (ResultSet key = insert.getGeneratedKeys()) {
                    key.next();
                    return key.getLong(1);
                }
            }
        });
    }

    private static void fill(PreparedStatement insert, NewLeaf leaf) throws SQLException {
        insert.setBytes(1, leaf.entry());
        insert.setBytes(2, leaf.salt());
        insert.setString(3, leaf.content());
        insert.setObject(4, leaf.happenedAt().atOffset(ZoneOffset.UTC));
        insert.setString(5, leaf.act());
        insert.setObject(6, leaf.tenantId());
    }

    /** Newest first. Counts only as far as the log has pages. */
    Page<LogLeaf> page(LogFilter filter, boolean platformOnly, PageRequest request) {
        Map<String, Object> parameters = new HashMap<>();
        String from = "from LogLeaf e where 1 = 1" + (platformOnly ? " and e.tenantId is null" : "")
                + where(filter, parameters);
        List<LogLeaf> items = bind("select e " + from + NEWEST_FIRST, LogLeaf.class, parameters)
                .setFirstResult(request.offset())
                .setMaxResults(Math.min(request.size(), LogService.MAX_COUNTED - request.offset()))
                .getResultList();
        String counted = "select e.id as id " + from + NEWEST_FIRST + " limit " + LogService.MAX_COUNTED;
        return new Page<>(
                items,
                bind("select count(*) from (" + counted + ") x", Long.class, parameters)
                        .getSingleResult());
    }

    /** The leaves of a tenant that are about a device, newest first. */
    List<LogLeaf> ofDevice(UUID tenantId, UUID deviceId, int most) {
        return bind(
                        "select e from LogLeaf e where e.tenantId = :tenant and e.deviceId = :device order by e.id desc",
                        LogLeaf.class,
                        Map.of("tenant", tenantId, "device", deviceId))
                .setMaxResults(most)
                .getResultList();
    }

    /** The first leaves at these places that match, in the order of the places. */
    List<LogLeaf> part(LogFilter filter, Places places, int most) {
        Map<String, Object> parameters = new HashMap<>();
        String query = "select e " + at(places, parameters) + where(filter, parameters) + " order by e.leafIndex";
        return bind(query, LogLeaf.class, parameters).setMaxResults(most).getResultList();
    }

    /** The places from the first to the last leaf that matches; no places if none does. */
    Places span(LogFilter filter, Places within) {
        Map<String, Object> parameters = new HashMap<>();
        String query =
                "select min(e.leafIndex), max(e.leafIndex) " + at(within, parameters) + where(filter, parameters);
        Object[] ends = bind(query, Object[].class, parameters).getSingleResult();
        return ends[0] == null ? new Places(0, 0) : new Places((Long) ends[0], (Long) ends[1] + 1);
    }

    private static String at(Places places, Map<String, Object> parameters) {
        parameters.put("first", places.first());
        parameters.put("end", places.end());
        return "from LogLeaf e where e.leafIndex >= :first and e.leafIndex < :end";
    }

    /** Forgets the entities that were read: an export reads all. */
    void forgetRead() {
        store.entityManager().clear();
    }

    private static String where(LogFilter filter, Map<String, Object> parameters) {
        return condition(" and e.act = :act", "act", filter.act(), parameters)
                + condition(" and e.happenedAt >= :from", "from", filter.from(), parameters)
                + condition(" and e.happenedAt < :to", "to", filter.to(), parameters)
                + condition(" and e.tenantId = :tenant", "tenant", filter.tenantId(), parameters)
                + condition(" and e.content like :by", "by", member("by", filter.by()), parameters)
                + condition(" and e.content like :object", "object", member("object", filter.object()), parameters)
                + condition(" and e.leafIndex = :index", "index", filter.index(), parameters)
                + searched(filter.search(), parameters);
    }

    private static String searched(@Nullable String text, Map<String, Object> parameters) {
        SearchText search = new SearchText(text);
        parameters.putAll(search.with(Map.of()));
        return search.in("e.content");
    }

    /** A reference has no quotes and no percent signs ({@link LogFilter#isReference}), so a member of the content is found by its text. */
    private static @Nullable String member(String name, @Nullable String value) {
        return value == null ? null : "%\"" + name + "\":\"" + value + "\"%";
    }

    private static String condition(
            String condition, String name, @Nullable Object value, Map<String, Object> parameters) {
        if (value == null) {
            return "";
        }
        parameters.put(name, value);
        return condition;
    }

    private <T> TypedQuery<T> bind(String query, Class<T> type, Map<String, Object> parameters) {
        TypedQuery<T> bound = store.entityManager().createQuery(query, type);
        parameters.forEach(bound::setParameter);
        return bound;
    }
}
