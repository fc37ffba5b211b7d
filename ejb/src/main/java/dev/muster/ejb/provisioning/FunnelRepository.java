package dev.muster.ejb.provisioning;

import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.domain.provisioning.Funnel;
import dev.muster.domain.provisioning.FunnelStep;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** What became of the identifiers of a committed import: enrollments, their devices, and the last attempt of each. */
@ApplicationScoped
class FunnelRepository {

    private static final String FROM = """
            from enrollment e left join device d on d.enrollment_id = e.id
              left join (
                select a.normalized_identifier, a.outcome, a.attempted_at,
                  row_number() over (partition by a.normalized_identifier order by a.attempted_at desc, a.id) as age
                from provisioning_attempt a
                where a.organization_id = :organization and a.manufacturer_id = :manufacturer and a.verified
              ) l on l.normalized_identifier = e.normalized_identifier and l.age = 1
            where e.batch_id = :import""";

    @Inject
    private Store store;

    Funnel of(EnrollmentBatch batch) {
        String counted = "select count(*), count(coalesce(cast(d.id as varchar(36)), l.outcome)), count(d.id),"
                + " count(d.last_used_at) ";
        Object[] counts = (Object[]) bind(counted + FROM, batch).getSingleResult();
        return new Funnel(number(counts[0]), number(counts[1]), number(counts[2]), number(counts[3]));
    }

    /** Those that have come exactly so far, in the order of the import. */
    Page<StuckIdentifier> at(EnrollmentBatch batch, FunnelStep step, PageRequest request) {
        String from = FROM + " and " + condition(step);
        long total = number(bind("select count(*) " + from, batch).getSingleResult());
        Query items = bind(
                "select e.id, e.unique_identifier, e.device_name, l.outcome, l.attempted_at " + from + " order by e.id",
                batch);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = items.setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultList();
        return new Page<>(rows.stream().map(FunnelRepository::stuck).toList(), total);
    }

    private static String condition(FunnelStep step) {
        return switch (step) {
            case IMPORTED -> "d.id is null and l.outcome is null";
            case ATTEMPTED -> "d.id is null and l.outcome is not null";
            case PROVISIONED -> "d.id is not null and d.last_used_at is null";
            case REPORTING -> "d.last_used_at is not null";
        };
    }

    private Query bind(String sql, EnrollmentBatch batch) {
        return store.entityManager()
                .createNativeQuery(sql)
                .setParameter("organization", batch.organization().id())
                .setParameter("manufacturer", batch.manufacturer().id())
                .setParameter("import", batch.id());
    }

    private static StuckIdentifier stuck(Object[] row) {
        return new StuckIdentifier(number(row[0]), (String) row[1], (String) row[2], (String) row[3], instant(row[4]));
    }

    /** The two drivers give a time differently. */
    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) value;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
