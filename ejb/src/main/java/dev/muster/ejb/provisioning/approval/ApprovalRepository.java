package dev.muster.ejb.provisioning.approval;

import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.provisioning.ApprovalState;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Devices that wait for a manager's decision, and the decisions. */
@ApplicationScoped
public class ApprovalRepository {

    @Inject
    private Store store;

    public void add(ApprovalRequest request) {
        store.entityManager().persist(request);
    }

    public Optional<ApprovalRequest> ofDevice(UUID deviceId) {
        return store.first(
                ApprovalRequest.class,
                "select a from ApprovalRequest a where a.device.id = :device",
                Map.of("device", deviceId));
    }

    public void removeOf(UUID deviceId) {
        store.entityManager()
                .createQuery("delete from ApprovalRequest a where a.device.id = :device")
                .setParameter("device", deviceId)
                .executeUpdate();
    }

    /** The request that has waited longest comes first. */
    public Page<ApprovalRequest> list(
            UUID organizationId, ApprovalState state, SearchText search, PageRequest request) {
        return store.page(
                ApprovalRequest.class,
                "from ApprovalRequest e where e.organizationId = :organization and e.state = :state"
                        + search.in("e.device.uniqueIdentifier", "e.device.name"),
                "e.askedAt, e.id",
                search.with(Map.of("organization", organizationId, "state", state)),
                request);
    }

    public long count(UUID organizationId, ApprovalState state) {
        return store.entityManager()
                .createQuery(
                        "select count(a) from ApprovalRequest a"
                                + " where a.organizationId = :organization and a.state = :state",
                        Long.class)
                .setParameter("organization", organizationId)
                .setParameter("state", state)
                .getSingleResult();
    }

    /** @throws ProblemException {@code not-found} */
    public ApprovalRequest get(UUID organizationId, UUID id) {
        return store.find(ApprovalRequest.class, id)
                .filter(request -> request.organizationId().equals(organizationId))
                .orElseThrow(ProblemException::notFound);
    }

    /** The requests with these ids that belong to the organization. */
    public List<ApprovalRequest> named(UUID organizationId, Collection<UUID> ids) {
        return store.entityManager()
                .createQuery(
                        "select a from ApprovalRequest a where a.organizationId = :organization and a.id in :ids",
                        ApprovalRequest.class)
                .setParameter("organization", organizationId)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Locks the request and reads it again; empty if it was deleted meanwhile. */
    public Optional<ApprovalRequest> lock(UUID id) {
        return store.lockAlone(ApprovalRequest.class, id);
    }
}
