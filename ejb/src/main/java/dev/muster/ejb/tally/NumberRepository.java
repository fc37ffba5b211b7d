package dev.muster.ejb.tally;

import dev.muster.domain.tally.TallyKind;
import dev.muster.ejb.shared.NativeValue;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads numbers: sums, and changes that are not in the sums yet. None of these queries touches a device. */
@ApplicationScoped
public class NumberRepository {

    private static final String FROM = """
            from (select kind, organization_id, manufacturer_id, import_id, certificate_id, outcome, hour_start, amount
                from tally
              union all
              select kind, organization_id, manufacturer_id, import_id, certificate_id, outcome, hour_start, amount
                from tally_change) as t
            where\s""";

    @Inject
    private Store store;

    public FleetNumbers ofOrganization(UUID organizationId) {
        Map<TallyKind, Long> numbers = new HashMap<>();
        Map<UUID, Long> devices = new HashMap<>();
        for (Object[] row : rows(query("select kind, certificate_id, sum(amount) " + FROM
                        + "organization_id = :organization and hour_start = :standing group by kind, certificate_id")
                .setParameter("organization", organizationId)
                .setParameter("standing", TallyChange.STANDING))) {
            TallyKind kind = TallyKind.valueOf((String) row[0]);
            numbers.merge(kind, NativeValue.number(row[2]), Long::sum);
            if (kind == TallyKind.DEVICES && NativeValue.number(row[2]) != 0) {
                devices.put(NativeValue.id(row[1]), NativeValue.number(row[2]));
            }
        }
        return new FleetNumbers(
                numbers.getOrDefault(TallyKind.ENROLLED, 0L),
                devices,
                numbers.getOrDefault(TallyKind.SILENT, 0L),
                numbers.getOrDefault(TallyKind.EXPIRING, 0L));
    }

    /** The numbers of some imports of an organization; imports without enrollments are left out. */
    public Map<UUID, ImportNumbers> ofImports(UUID organizationId, Collection<UUID> importIds) {
        if (importIds.isEmpty()) {
            return Map.of();
        }
        return rows(query("select import_id, kind, sum(amount) " + FROM
                                + "organization_id = :organization and hour_start = :standing and import_id in (:imports)"
                                + " group by import_id, kind")
                        .setParameter("organization", organizationId)
                        .setParameter("standing", TallyChange.STANDING)
                        .setParameter("imports", importIds))
                .stream()
                .collect(Collectors.toMap(
                        row -> NativeValue.id(row[0]),
                        row -> TallyKind.ENROLLED.name().equals(row[1])
                                ? new ImportNumbers(NativeValue.number(row[2]), 0)
                                : new ImportNumbers(0, NativeValue.number(row[2])),
                        ImportNumbers::and));
    }

    /** What happened to an organization since a time. */
    public List<EventNumber> eventsOfOrganization(UUID organizationId, Instant from) {
        return events("organization_id = :tenant", organizationId, from);
    }

    /** What happened to a manufacturer since a time. */
    public List<EventNumber> eventsOfManufacturer(UUID manufacturerId, Instant from) {
        return events("manufacturer_id = :tenant", manufacturerId, from);
    }

    private List<EventNumber> events(String ofTenant, UUID tenantId, Instant from) {
        return rows(query("select kind, outcome, hour_start, sum(amount) " + FROM + ofTenant
                                + " and hour_start >= :from group by kind, outcome, hour_start")
                        .setParameter("tenant", tenantId)
                        .setParameter("from", from))
                .stream()
                .map(row -> new EventNumber(
                        TallyKind.valueOf((String) row[0]),
                        (String) row[1],
                        NativeValue.instant(row[2]),
                        NativeValue.number(row[3])))
                .toList();
    }

    /** The devices that a manufacturer's certificates have proved, by certificate and organization. */
    public List<CertificateNumber> ofManufacturer(UUID manufacturerId) {
        return rows(query("select certificate_id, organization_id, sum(amount) " + FROM
                                + "manufacturer_id = :manufacturer and hour_start = :standing and kind = :kind"
                                + " group by certificate_id, organization_id having sum(amount) > 0")
                        .setParameter("manufacturer", manufacturerId)
                        .setParameter("standing", TallyChange.STANDING)
                        .setParameter("kind", TallyKind.DEVICES.name()))
                .stream()
                .map(row -> new CertificateNumber(
                        NativeValue.id(row[0]), NativeValue.id(row[1]), NativeValue.number(row[2])))
                .toList();
    }

    /** The devices that a certificate has proved, by organization; organizations without such a device are left out. */
    public Map<UUID, Long> ofCertificate(UUID manufacturerId, UUID certificateId) {
        return byId(query("select organization_id, sum(amount) " + FROM
                        + "manufacturer_id = :manufacturer and hour_start = :standing and kind = :kind"
                        + " and certificate_id = :certificate group by organization_id having sum(amount) > 0")
                .setParameter("manufacturer", manufacturerId)
                .setParameter("standing", TallyChange.STANDING)
                .setParameter("kind", TallyKind.DEVICES.name())
                .setParameter("certificate", certificateId));
    }

    /** The devices of a manufacturer, by organization; of each organization that has enrolled an identifier, also 0. */
    public Map<UUID, Long> devicesOfEnrolled(UUID manufacturerId) {
        return byId(query(
                        "select organization_id, sum(case when kind = 'DEVICES' then amount else 0 end) " + FROM
                                + "manufacturer_id = :manufacturer and hour_start = :standing and kind in ('DEVICES', 'ENROLLED')"
                                + " group by organization_id having sum(case when kind = 'ENROLLED' then amount else 0 end) > 0")
                .setParameter("manufacturer", manufacturerId)
                .setParameter("standing", TallyChange.STANDING));
    }

    /** The number of a kind, by organization. */
    public Map<UUID, Long> byOrganization(TallyKind kind) {
        return byId(query("select organization_id, sum(amount) " + FROM
                        + "kind = :kind and hour_start = :standing group by organization_id having sum(amount) <> 0")
                .setParameter("kind", kind.name())
                .setParameter("standing", TallyChange.STANDING));
    }

    private static Map<UUID, Long> byId(Query query) {
        return rows(query).stream()
                .collect(Collectors.toMap(row -> NativeValue.id(row[0]), row -> NativeValue.number(row[1]), Long::sum));
    }

    /** The number of a kind, of all organizations together. */
    public long total(TallyKind kind) {
        return NativeValue.number(
                query("select coalesce(sum(amount), 0) " + FROM + "kind = :kind and hour_start = :standing")
                        .setParameter("kind", kind.name())
                        .setParameter("standing", TallyChange.STANDING)
                        .getSingleResult());
    }

    private Query query(String sql) {
        return store.entityManager().createNativeQuery(sql);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
