package dev.muster.ejb.fleet;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.provisioning.Funnel;
import dev.muster.domain.provisioning.FunnelStep;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the identifiers of a committed import have come: enrollments, their devices, and the last attempt of each.
 */
@ApplicationScoped
class FunnelRepository {

    private static final String ENROLLED = """
            from enrollment e left join device d on d.enrollment_id = e.id
            where e.batch_id = :import""";

    private static final String VERIFIED = """
            from provisioning_attempt a
            where a.organization_id = :organization and a.manufacturer_id = :manufacturer and a.verified""";

    /**
     * Joins from the few attempts to enrollments: the other way round, H2 reads the attempts of 100,000 enrollments.
     */
    private static final String REFUSED = """
            from (select distinct a.normalized_identifier %s) t
              join enrollment e
                on e.manufacturer_id = :manufacturer and e.normalized_identifier = t.normalized_identifier
              left join device d on d.enrollment_id = e.id
            where e.batch_id = :import and d.id is null""".formatted(VERIFIED);

    private static final String OF_THE_SAME = " and a.normalized_identifier = %s.normalized_identifier";

    @Inject
    private Store store;

    Funnel of(DeviceImport batch) {
        Object[] counts = (Object[]) store.entityManager()
                .createNativeQuery("select count(*), count(d.id), count(d.last_used_at) " + ENROLLED)
                .setParameter("import", batch.id())
                .getSingleResult();
        long refused = number(bind("select count(*) " + REFUSED, batch).getSingleResult());
        return new Funnel(number(counts[0]), number(counts[1]) + refused, number(counts[1]), number(counts[2]));
    }

    /** The identifiers that are at this step, in the order of the import. */
    Page<StuckIdentifier> at(DeviceImport batch, FunnelStep step, SearchText search, PageRequest request) {
        String from = from(step) + search.in("e.unique_identifier", "e.device_name");
        Query items = bind("""
                select p.id, p.unique_identifier, p.device_name, %s, %s
                from (select e.id, e.unique_identifier, e.device_name, e.normalized_identifier %s
                  order by e.id offset :offset rows fetch first :size rows only) p
                order by p.id""".formatted(last("outcome"), last("attempted_at"), from), batch);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = with(search, items)
                .setParameter("offset", request.offset())
                .setParameter("size", request.size())
                .getResultList();
        long total = search.isBlank()
                ? of(batch).waitingAt(step)
                : number(with(search, bind("select count(*) " + from, batch)).getSingleResult());
        return new Page<>(rows.stream().map(FunnelRepository::stuck).toList(), total);
    }

    private static Query with(SearchText search, Query query) {
        search.with(Map.of()).forEach(query::setParameter);
        return query;
    }

    private static String from(FunnelStep step) {
        return switch (step) {
            case IMPORTED ->
                ENROLLED + " and d.id is null and not exists (select 1 " + VERIFIED + OF_THE_SAME.formatted("e") + ")";
            case ATTEMPTED -> REFUSED;
            case PROVISIONED -> ENROLLED + " and d.id is not null and d.last_used_at is null";
            case REPORTING -> ENROLLED + " and d.last_used_at is not null";
        };
    }

    /** A column of the identifier's last attempt. */
    private static String last(String column) {
        return "(select a." + column + " " + VERIFIED + OF_THE_SAME.formatted("p")
                + " order by a.attempted_at desc, a.id fetch first row only)";
    }

    private Query bind(String sql, DeviceImport batch) {
        return store.entityManager()
                .createNativeQuery(sql)
                .setParameter("organization", batch.organization().id())
                .setParameter("manufacturer", batch.manufacturer().id())
                .setParameter("import", batch.id());
    }

    private static StuckIdentifier stuck(Object[] row) {
        return new StuckIdentifier(number(row[0]), (String) row[1], (String) row[2], (String) row[3], instant(row[4]));
    }

    /** The two drivers return a time as different types. */
    private static @Nullable Instant instant(@Nullable Object value) {
        return value instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) value;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
