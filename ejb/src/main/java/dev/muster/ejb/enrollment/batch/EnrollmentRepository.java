package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.manufacturer.NormalForms;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The allow-list. */
@ApplicationScoped
public class EnrollmentRepository {

    @Inject
    private Store store;

    /**
     * In the order in which they were enrolled.
     *
     * @param identifier as entered anywhere, or in its normal form, without regard to case; null for all
     * @param search a part of the identifier or the name, or the identifier in any form
     */
    public Page<Enrollment> list(UUID organizationId, String identifier, SearchText search, PageRequest request) {
        String from = "from Enrollment e where e.organization.id = :organization";
        Map<String, Object> parameters = search.with(Map.of("organization", organizationId));
        if (identifier != null) {
            from += " and (e.normalizedIdentifier in :forms or upper(e.uniqueIdentifier) = :folded)";
            parameters.put("forms", NormalForms.of(identifier));
            parameters.put("folded", EnteredText.folded(identifier));
        }
        if (!search.isBlank()) {
            from += " and (e.normalizedIdentifier in :searchedForms or "
                    + SearchText.any("e.uniqueIdentifier", "e.deviceName") + ")";
            parameters.put("searchedForms", NormalForms.of(search.entered()));
        }
        return store.page(Enrollment.class, from, "e.id", parameters, request);
    }

    /** @throws ProblemException {@code not-found} */
    public Enrollment get(UUID organizationId, long id) {
        return store.find(Enrollment.class, id)
                .filter(enrollment -> enrollment.organization().id().equals(organizationId))
                .orElseThrow(ProblemException::notFound);
    }

    /** The entry for an identifier. */
    public Optional<Enrollment> find(UUID manufacturerId, String normalizedIdentifier) {
        return byIdentifier(manufacturerId, normalizedIdentifier, LockModeType.NONE);
    }

    /** Finds the entry for an identifier and holds it, so that tries for one device come one after the other. */
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

    /** The enrollment, held until the transaction ends; empty where it has gone meanwhile. */
    public Optional<Enrollment> lock(long id) {
        return store.entityManager()
                .createQuery("select e from Enrollment e where e.id = :id", Enrollment.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Some of a batch in the order in which they were enrolled, held until the transaction ends. */
    public Page<Enrollment> lockPage(UUID batchId, PageRequest request) {
        List<Enrollment> held = store.entityManager()
                .createQuery("select e from Enrollment e where e.batchId = :batch order by e.id", Enrollment.class)
                .setParameter("batch", batchId)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return new Page<>(held, count(batchId));
    }

    /**
     * The next of a batch in the order in which they were enrolled, held until the transaction ends.
     *
     * @param after id of the one before them, 0 for the first ones
     */
    public List<Enrollment> lockAfter(UUID batchId, long after, int limit) {
        return store.entityManager()
                .createQuery(
                        "select e from Enrollment e where e.batchId = :batch and e.id > :after order by e.id",
                        Enrollment.class)
                .setParameter("batch", batchId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private long count(UUID batchId) {
        return store.entityManager()
                .createQuery("select count(e) from Enrollment e where e.batchId = :batch", Long.class)
                .setParameter("batch", batchId)
                .getSingleResult();
    }

    /** Whose an identifier is; empty where nobody has imported it. */
    public Optional<UUID> owner(UUID manufacturerId, String normalizedIdentifier) {
        return store.first(
                UUID.class,
                "select e.organization.id from Enrollment e"
                        + " where e.manufacturer.id = :manufacturer and e.normalizedIdentifier = :identifier",
                Map.of("manufacturer", manufacturerId, "identifier", normalizedIdentifier));
    }

    /** How many enrollments of a batch have a device. */
    public long provisioned(UUID batchId) {
        return store.entityManager()
                .createQuery("""
                        select count(e) from Enrollment e, Device d
                        where d.enrollmentId = e.id and e.batchId = :batch""", Long.class)
                .setParameter("batch", batchId)
                .getSingleResult();
    }

    /** Holds all enrollments of a batch, so that none of them is provisioned until the transaction ends. */
    public void lockAll(UUID batchId) {
        store.entityManager()
                .createNativeQuery("select e.id from enrollment e where e.batch_id = :batch order by e.id for update")
                .setParameter("batch", batchId)
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
    }

    public void removeAll(UUID batchId) {
        store.entityManager()
                .createQuery("delete from Enrollment e where e.batchId = :batch")
                .setParameter("batch", batchId)
                .executeUpdate();
    }
}
