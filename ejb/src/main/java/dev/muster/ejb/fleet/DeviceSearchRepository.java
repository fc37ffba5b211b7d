package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.DeviceState;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.device.SilentAfter;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds devices by their own properties and those of their enrollment. */
@ApplicationScoped
public class DeviceSearchRepository {

    private static final String SOURCES = """
            select n.id, m.id, m.name, b.id, b.fileName
            from Enrollment n join n.manufacturer m, DeviceImport b
            where b.id = n.batchId and n.organization.id = :organization and n.id in :enrollments""";

    private static final String STATES = """
            select case
              when e.invalidatedAt <= :now then 'INVALIDATED'
              when e.suspendedAt is not null then 'SUSPENDED'
              when e.heardBeforeAt is null and e.firstUsedAt is null then 'UNHEARD'
              when coalesce(e.lastUsedAt, e.createdAt) < :silent then 'SILENT'
              else 'REPORTING' end as state
            """;

    @Inject
    private Store store;

    @Inject
    private DatabaseTime time;

    @Inject
    private SilentAfter silence;

    @Inject
    private DeviceGroups groups;

    /** One page of the devices that match, however many there are. */
    Page<Device> find(UUID organizationId, DeviceFilter filter, DeviceOrder order, PageRequest request) {
        DeviceConditions conditions = conditions(organizationId, filter, order);
        return store.page(
                Device.class, conditions.from(), DeviceConditions.order(order), conditions.parameters(), request);
    }

    /** The same, which counts and pages only as far as a person looks. A page that is not full says the total itself. */
    Page<Device> list(UUID organizationId, DeviceFilter filter, DeviceOrder order, PageRequest request) {
        DeviceConditions conditions = conditions(organizationId, filter, order);
        int most = Math.min(request.size(), DeviceSearchService.MAX_COUNTED - request.offset());
        List<Device> items = items(conditions, order)
                .setFirstResult(request.offset())
                .setMaxResults(most)
                .getResultList();
        boolean isEnd = items.size() < most && (request.offset() == 0 || !items.isEmpty());
        return new Page<>(
                items, isEnd ? request.offset() + items.size() : counted(conditions, DeviceSearchService.MAX_COUNTED));
    }

    private long counted(DeviceConditions conditions, int most) {
        // Hibernate limits a subquery only in an order; the indexes have this one
        String counted = "select e.id as id " + conditions.from() + " order by "
                + DeviceConditions.order(DeviceOrder.NEWEST_FIRST) + " limit " + most;
        return bind("select count(*) from (" + counted + ") x", Long.class, conditions)
                .getSingleResult();
    }

    /** The first devices that match, at most so many. */
    public List<Device> first(UUID organizationId, DeviceFilter filter, DeviceOrder order, int limit) {
        return items(conditions(organizationId, filter, order), order)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many devices match; it counts to {@code most} at most. */
    public long count(UUID organizationId, DeviceFilter filter, int most) {
        return counted(conditions(organizationId, filter, DeviceOrder.NEWEST_FIRST), most);
    }

    /**
     * How many of the devices that match are in which state: invalidated, suspended, not heard yet, silent or reporting. A device
     * counts for the first of them. It counts {@code most} devices at most.
     */
    public Map<DeviceState, Long> states(UUID organizationId, DeviceFilter filter, int most) {
        SearchedAt at = now();
        DeviceConditions conditions = conditions(organizationId, filter, DeviceOrder.NEWEST_FIRST, at);
        String states = STATES + conditions.from() + " order by " + DeviceConditions.order(DeviceOrder.NEWEST_FIRST)
                + " limit " + most;
        return bind("select x.state, count(*) from (" + states + ") x group by x.state", Object[].class, conditions)
                .setParameter("now", at.now())
                .setParameter("silent", at.silent())
                .getResultStream()
                .collect(Collectors.toMap(row -> DeviceState.valueOf((String) row[0]), row -> (Long) row[1]));
    }

    /** How many devices match that come after a position, however many. */
    long count(UUID organizationId, DeviceFilter filter, DevicePosition position) {
        DeviceConditions conditions =
                conditions(organizationId, filter, DeviceOrder.NEWEST_FIRST).after(position);
        return bind("select count(e) " + conditions.from(), Long.class, conditions)
                .getSingleResult();
    }

    /**
     * The next devices, newest first. Clears the persistence context, so that devices that were read do not use memory.
     *
     * @param position of the device before them; {@code null} for the first ones
     */
    public List<Device> after(UUID organizationId, DeviceFilter filter, @Nullable DevicePosition position, int limit) {
        store.entityManager().clear();
        DeviceConditions conditions = conditions(organizationId, filter, DeviceOrder.NEWEST_FIRST);
        DeviceConditions rest = position == null ? conditions : conditions.after(position);
        return items(rest, DeviceOrder.NEWEST_FIRST).setMaxResults(limit).getResultList();
    }

    /** Where devices come from, by their enrollments. */
    public Map<Long, DeviceSource> sources(UUID organizationId, Collection<Long> enrollmentIds) {
        return store.entityManager()
                .createQuery(SOURCES, Object[].class)
                .setParameter("organization", organizationId)
                .setParameter("enrollments", enrollmentIds)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (Long) row[0],
                        row -> new DeviceSource((UUID) row[1], (String) row[2], (UUID) row[3], (String) row[4])));
    }

    /** Whether the certificate proved a device of the organization. */
    boolean isProvedBy(UUID organizationId, UUID certificateId) {
        return store.first(
                        UUID.class,
                        "select e.id from Device e where e.organization.id = :organization and e.certificateId = :certificate",
                        Map.of("organization", organizationId, "certificate", certificateId))
                .isPresent();
    }

    private DeviceConditions conditions(UUID organizationId, DeviceFilter filter, DeviceOrder order) {
        return conditions(organizationId, filter, order, now());
    }

    private SearchedAt now() {
        Instant now = time.now();
        return new SearchedAt(now, silence.limit(now));
    }

    private DeviceConditions conditions(UUID organizationId, DeviceFilter filter, DeviceOrder order, SearchedAt at) {
        DeviceGroup group = filter.applicationId() == null
                ? null
                : groups.find(organizationId, filter.applicationId()).orElse(DeviceGroup.NONE);
        return new DeviceConditions(organizationId, filter, group, order, at);
    }

    private TypedQuery<Device> items(DeviceConditions conditions, DeviceOrder order) {
        return bind(
                "select e " + conditions.from() + " order by " + DeviceConditions.order(order),
                Device.class,
                conditions);
    }

    private <T> TypedQuery<T> bind(String query, Class<T> type, DeviceConditions conditions) {
        TypedQuery<T> bound = store.entityManager().createQuery(query, type);
        conditions.parameters().forEach(bound::setParameter);
        return bound;
    }
}
