package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.manufacturer.NormalForms;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.tally.FleetPlace;
import dev.muster.ejb.tally.FleetTally;
import dev.muster.ejb.tally.NumberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enrollments: which identifiers an organization expects, each of them held once on the platform. */
@ApplicationScoped
public class EnrollmentRepository {

    private static final String ENROLL = """
            insert into enrollment (organization_id, manufacturer_id, batch_id, unique_identifier,
              normalized_identifier, device_name, normalized_name, device_type, parent_identifier, created_at)
            select cast(:organization as uuid), cast(:manufacturer as uuid), r.batch_id, r.unique_identifier,
              r.normalized_identifier, r.device_name, r.normalized_name, r.parsed_type, r.normalized_parent,
              cast(:now as timestamp with time zone)
            from enrollment_row r where r.batch_id = :batch and r.row_no between :first and :last""";

    /** A peripheral is left out if its gateway is left out. */
    private static final String ONLY_VALID = """
            and r.invalid_cells = 0 and (r.normalized_parent is null
              or exists (select 1 from enrollment_row g where g.batch_id = r.batch_id and g.invalid_cells = 0
                and g.normalized_identifier = r.normalized_parent and g.parsed_type = 'GATEWAY')
              or exists (select 1 from enrollment e where e.organization_id = :organization
                and e.manufacturer_id = :manufacturer and e.normalized_identifier = r.normalized_parent
                and e.device_type = 'GATEWAY'))""";

    private static final String EXPECTED = "from Enrollment e where e.organization.id = :organization"
            + " and not exists (select d.id from Device d where d.enrollmentId = e.id)";

    @Inject
    private Store store;

    @Inject
    private FleetTally tally;

    @Inject
    private NumberRepository numbers;

    /**
     * In the order in which they were enrolled.
     *
     * @param identifier as entered anywhere, or in its normal form, ignoring case; null for all
     * @param importId null for those of all imports
     * @param search a part of the identifier or the name, or the identifier in any form
     */
    public Page<Enrollment> list(
            UUID organizationId,
            @Nullable String identifier,
            @Nullable UUID importId,
            SearchText search,
            PageRequest request) {
        String from = "from Enrollment e where e.organization.id = :organization";
        Map<String, Object> parameters = search.with(Map.of("organization", organizationId));
        if (identifier != null) {
            from += " and (e.normalizedIdentifier in :forms or upper(e.uniqueIdentifier) = :folded)";
            parameters.put("forms", NormalForms.of(identifier));
            parameters.put("folded", EnteredText.folded(identifier));
        }
        if (importId != null) {
            from += " and e.batchId = :batch";
            parameters.put("batch", importId);
        }
        if (!search.isBlank()) {
            from += " and (e.normalizedIdentifier in :searchedForms or "
                    + SearchText.any("e.uniqueIdentifier", "e.deviceName") + ")";
            parameters.put("searchedForms", NormalForms.of(Objects.requireNonNull(search.entered())));
        }
        return store.page(Enrollment.class, from, "e.id", parameters, request);
    }

    /**
     * The enrollments whose device has not joined, the newest first. Without a search the total is the number that is
     * counted in advance: to count a million enrollments would take longer than to show a page of them.
     *
     * @param search a part of the identifier or the name; blank for all
     */
    public Page<Enrollment> expected(UUID organizationId, SearchText search, PageRequest request) {
        String from = EXPECTED + search.in("e.uniqueIdentifier", "e.deviceName");
        Map<String, Object> parameters = search.with(Map.of("organization", organizationId));
        if (!search.isBlank()) {
            return store.page(Enrollment.class, from, "e.id desc", parameters, request);
        }
        List<Enrollment> items = store.entityManager()
                .createQuery("select e " + from + " order by e.id desc", Enrollment.class)
                .setParameter("organization", organizationId)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultList();
        return new Page<>(items, numbers.ofOrganization(organizationId).expected());
    }

    /** @throws ProblemException {@code not-found} */
    public Enrollment get(UUID organizationId, long id) {
        return store.find(Enrollment.class, id)
                .filter(enrollment -> enrollment.organization().id().equals(organizationId))
                .orElseThrow(ProblemException::notFound);
    }

    /** The enrollment of an identifier. */
    public Optional<Enrollment> find(UUID manufacturerId, String normalizedIdentifier) {
        return byIdentifier(manufacturerId, normalizedIdentifier, LockModeType.NONE);
    }

    /** Locks the enrollment of an identifier, so that attempts of one device come one after the other. */
    public Optional<Enrollment> lock(UUID manufacturerId, String normalizedIdentifier) {
        return byIdentifier(manufacturerId, normalizedIdentifier, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Enrollment> byIdentifier(UUID manufacturerId, String normalizedIdentifier, LockModeType mode) {
        return store.entityManager()
                .createQuery("""
                        select e from Enrollment e
                        where e.manufacturer.id = :manufacturer and e.normalizedIdentifier = :identifier""", Enrollment.class)
                .setParameter("manufacturer", manufacturerId)
                .setParameter("identifier", normalizedIdentifier)
                .setLockMode(mode)
                .getResultStream()
                .findFirst();
    }

    /** Locks an enrollment; empty if it has been deleted meanwhile. */
    public Optional<Enrollment> lock(long id) {
        return store.entityManager()
                .createQuery("select e from Enrollment e where e.id = :id", Enrollment.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Locks a page of an import's enrollments, in the order in which they were enrolled. */
    public Page<Enrollment> lockPage(UUID importId, PageRequest request) {
        List<Enrollment> locked = store.entityManager()
                .createQuery("select e from Enrollment e where e.batchId = :batch order by e.id", Enrollment.class)
                .setParameter("batch", importId)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return new Page<>(locked, countOf(importId));
    }

    /**
     * Locks the next enrollments of an import, in the order in which they were enrolled.
     *
     * @param after the id of the enrollment before them; 0 for the first enrollments
     */
    public List<Enrollment> lockAfter(UUID importId, long after, int limit) {
        return store.entityManager()
                .createQuery(
                        "select e from Enrollment e where e.batchId = :batch and e.id > :after order by e.id",
                        Enrollment.class)
                .setParameter("batch", importId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private long countOf(UUID importId) {
        return store.entityManager()
                .createQuery("select count(e) from Enrollment e where e.batchId = :batch", Long.class)
                .setParameter("batch", importId)
                .getSingleResult();
    }

    /** How many devices an organization has enrolled. */
    public long count(UUID organizationId) {
        return store.entityManager()
                .createQuery("select count(e) from Enrollment e where e.organization.id = :organization", Long.class)
                .setParameter("organization", organizationId)
                .getSingleResult();
    }

    /** The organization that has enrolled an identifier; empty if none has. */
    public Optional<UUID> owner(UUID manufacturerId, String normalizedIdentifier) {
        return store.first(
                UUID.class,
                "select e.organization.id from Enrollment e"
                        + " where e.manufacturer.id = :manufacturer and e.normalizedIdentifier = :identifier",
                Map.of("manufacturer", manufacturerId, "identifier", normalizedIdentifier));
    }

    /** How many enrollments of an import have a device. */
    public long provisioned(UUID importId) {
        return store.entityManager()
                .createQuery("""
                        select count(e) from Enrollment e, Device d
                        where d.enrollmentId = e.id and e.batchId = :batch""", Long.class)
                .setParameter("batch", importId)
                .getSingleResult();
    }

    /**
     * Makes enrollments of a range of an import's rows: of all rows, or of the valid rows only.
     *
     * @return how many
     */
    public int enroll(DeviceImport deviceImport, Instant now, int first, int last) {
        int enrolled = store.entityManager()
                .createNativeQuery(deviceImport.isValidRowsOnly() ? ENROLL + " " + ONLY_VALID : ENROLL)
                .setParameter("organization", deviceImport.organization().id())
                .setParameter("manufacturer", deviceImport.manufacturer().id())
                .setParameter("batch", deviceImport.id())
                .setParameter("now", now)
                .setParameter("first", first)
                .setParameter("last", last)
                .executeUpdate();
        tally.enrolled(place(deviceImport), enrolled);
        return enrolled;
    }

    private static FleetPlace place(DeviceImport deviceImport) {
        return new FleetPlace(
                deviceImport.organization().id(), deviceImport.manufacturer().id(), deviceImport.id());
    }

    /** Where an identifier is enrolled. */
    public static FleetPlace place(Enrollment enrollment) {
        return new FleetPlace(
                enrollment.organization().id(), enrollment.manufacturer().id(), enrollment.batchId());
    }

    /** Locks the organization and the manufacturer of an import. */
    public void lockOwners(DeviceImport deviceImport) {
        lockOwner("organization", deviceImport.organization().id());
        lockOwner("manufacturer", deviceImport.manufacturer().id());
    }

    private void lockOwner(String table, UUID id) {
        store.entityManager()
                .createNativeQuery("select 1 from " + table + " where id = :id for update")
                .setParameter("id", id)
                .getResultList();
    }

    /** Locks all enrollments of an import, so that none of them is provisioned until the transaction ends. */
    public void lockAll(UUID importId) {
        store.entityManager()
                .createNativeQuery("select e.id from enrollment e where e.batch_id = :batch order by e.id for update")
                .setParameter("batch", importId)
                .getResultList();
    }

    /** Whether the device of an enrollment exists. */
    public boolean isProvisioned(long enrollmentId) {
        return store.entityManager()
                        .createQuery("select count(d) from Device d where d.enrollmentId = :id", Long.class)
                        .setParameter("id", enrollmentId)
                        .getSingleResult()
                > 0;
    }

    public void remove(Enrollment enrollment) {
        store.entityManager().remove(enrollment);
        store.entityManager().flush();
        tally.enrolled(place(enrollment), -1);
    }

    /** Removes the enrollments of an import. */
    public void removeAll(DeviceImport deviceImport) {
        int removed = store.entityManager()
                .createQuery("delete from Enrollment e where e.batchId = :batch")
                .setParameter("batch", deviceImport.id())
                .executeUpdate();
        tally.enrolled(place(deviceImport), -removed);
    }
}
