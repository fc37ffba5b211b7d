package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.RowMap;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports as wholes. {@link RowRepository} has their rows. */
@ApplicationScoped
public class ImportRepository {

    private static final String OF_ORGANIZATION = "from DeviceImport e where e.organization.id = :organization";

    private static final List<ImportStatus> WORK =
            Arrays.stream(ImportStatus.values()).filter(ImportStatus::isWork).toList();

    private static final String DRAFT_ROWS = """
            select coalesce(sum(row_count), 0) from enrollment_batch
            where organization_id = :organization and status <> 'COMMITTED'""";

    private static final List<String> TABLES_OF_ROWS = List.of("enrollment_row", "enrollment_row_before", "draft_step");

    @Inject
    private Store store;

    public void add(DeviceImport deviceImport) {
        store.entityManager().persist(deviceImport);
        store.entityManager().flush();
    }

    public void add(RowMap map) {
        store.entityManager().persist(map);
    }

    /** An import of any organization, for the server that works on it. */
    public Optional<DeviceImport> find(UUID importId) {
        return store.find(DeviceImport.class, importId);
    }

    /**
     * One import of an organization.
     *
     * @throws ProblemException {@code not-found}
     */
    public DeviceImport get(UUID organizationId, UUID importId) {
        return store.first(
                        DeviceImport.class,
                        "select e " + OF_ORGANIZATION + " and e.id = :id",
                        Map.of("organization", organizationId, "id", importId))
                .orElseThrow(ProblemException::notFound);
    }

    /** Locks an import of an organization, so that changes of one draft come one after the other. */
    public DeviceImport lock(UUID organizationId, UUID importId) {
        get(organizationId, importId);
        return lock(importId);
    }

    /**
     * Locks an import of any organization, but not its manufacturer and organization: this would lock all their
     * imports.
     *
     * @throws ProblemException {@code not-found}, also if it was deleted while this call waited for the lock
     */
    public DeviceImport lock(UUID importId) {
        return store.lockAlone(DeviceImport.class, importId).orElseThrow(ProblemException::notFound);
    }

    /**
     * Locks an import for a change of its rows.
     *
     * @throws ProblemException {@code conflict} if it is not a draft now
     */
    public DeviceImport lockDraft(UUID organizationId, UUID importId) {
        DeviceImport draft = lock(organizationId, importId);
        if (!draft.isDraft()) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    switch (draft.status()) {
                        case COMMITTING ->
                            "The devices of this import are being added. Its rows cannot be changed now.";
                        case VALIDATING, CHANGING ->
                            "The rows of this import are being checked. Change them when that is done.";
                        case COMMITTED -> "This import is committed. Its rows can no longer be changed.";
                        default -> "This import is not a draft. Its rows cannot be changed.";
                    });
        }
        return draft;
    }

    /**
     * Stores the model that new devices of an import get from now on.
     *
     * @param modelId null for the default of their type
     */
    public void choose(DeviceImport deviceImport, @Nullable UUID modelId) {
        store.entityManager()
                .createNativeQuery("update enrollment_batch set model_id = cast(:model as uuid) where id = :batch")
                .setParameter("model", modelId == null ? null : modelId.toString())
                .setParameter("batch", deviceImport.id())
                .executeUpdate();
        store.entityManager().refresh(deviceImport);
    }

    /**
     * Newest first.
     *
     * @param statuses only imports with one of these
     */
    public Page<DeviceImport> list(
            UUID organizationId, SearchText search, Set<ImportStatus> statuses, PageRequest request) {
        Map<String, Object> parameters = search.with(Map.of("organization", organizationId, "statuses", statuses));
        return store.page(
                DeviceImport.class,
                OF_ORGANIZATION + " and e.status in :statuses" + search.in("e.fileName", "e.manufacturer.name"),
                "e.createdAt desc, e.id",
                parameters,
                request);
    }

    /** How many imports of an organization a server is at work on. */
    long atWork(UUID organizationId) {
        return store.entityManager()
                .createQuery("select count(e) " + OF_ORGANIZATION + " and e.status in :work", Long.class)
                .setParameter("organization", organizationId)
                .setParameter("work", WORK)
                .getSingleResult();
    }

    /** How many rows the imports of an organization have that are not committed. */
    long draftRows(UUID organizationId) {
        return ((Number) store.entityManager()
                        .createNativeQuery(DRAFT_ROWS)
                        .setParameter("organization", organizationId)
                        .getSingleResult())
                .longValue();
    }

    /** The imports that a server is at work on, or was when it died. */
    public List<UUID> atWork() {
        return store.entityManager()
                .createQuery("select e.id from DeviceImport e where e.status in :work", UUID.class)
                .setParameter("work", WORK)
                .getResultList();
    }

    /** The draft with the rows that a committed import left out; empty if there is none, or none any more. */
    public Optional<DeviceImport> restOf(DeviceImport committed) {
        return store.first(
                DeviceImport.class, "select e from DeviceImport e where e.restOf = :id", Map.of("id", committed.id()));
    }

    /**
     * Stores how far the work is, unless it was asked to stop.
     *
     * @return 0 if it was asked to stop, or is over
     */
    public int progress(UUID importId, long done, long total) {
        return store.entityManager()
                .createQuery("""
                        update DeviceImport e set e.work.done = :done, e.work.total = :total
                        where e.id = :id and e.work.cancelRequested = false and e.status in :work""")
                .setParameter("done", done)
                .setParameter("total", total)
                .setParameter("id", importId)
                .setParameter("work", List.of(ImportStatus.VALIDATING, ImportStatus.CHANGING, ImportStatus.COMMITTING))
                .executeUpdate();
    }

    /** @throws ProblemException {@code not-found} */
    public EnrollmentRow row(UUID importId, int number) {
        return store.get(EnrollmentRow.class, new EnrollmentRow.Key(importId, number));
    }

    /** Deletes an import with its rows and its claim. */
    public void remove(DeviceImport deviceImport) {
        removeRows(deviceImport.id());
        store.entityManager().remove(deviceImport);
        store.entityManager().flush();
        removeClaim(deviceImport.id());
    }

    /** Adds the claim of an import that was made in this transaction, so that nobody else holds the claim yet. */
    public void addClaim(UUID importId) {
        update("insert into import_claim (batch_id) values (:batch)", importId);
    }

    /**
     * Leaves a claim that is held. Its holder deletes it, and nobody waits for a claim ({@link WorkClaimRepository}).
     */
    private void removeClaim(UUID importId) {
        List<?> free = query(
                        "select batch_id from import_claim where batch_id = :batch for update skip locked", importId)
                .getResultList();
        if (!free.isEmpty()) {
            update("delete from import_claim where batch_id = :batch", importId);
        }
    }

    /** Deletes the rows of an import, what is kept for an undo, and the map. */
    public void removeRows(UUID importId) {
        TABLES_OF_ROWS.forEach(table -> update("delete from " + table + " where batch_id = :batch", importId));
        store.find(RowMap.class, importId).ifPresent(store.entityManager()::remove);
    }

    private void update(String sql, UUID importId) {
        query(sql, importId).executeUpdate();
    }

    private Query query(String sql, UUID importId) {
        return store.entityManager().createNativeQuery(sql).setParameter("batch", importId);
    }
}
