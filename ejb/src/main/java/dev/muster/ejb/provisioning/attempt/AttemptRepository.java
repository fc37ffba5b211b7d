package dev.muster.ejb.provisioning.attempt;

import dev.muster.domain.manufacturer.NormalForms;
import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.AttemptPage;
import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.tally.EventTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of provisioning attempts. Entries are written once and read newest first; old ones are removed. */
@ApplicationScoped
public class AttemptRepository {

    private static final String NEWEST_FIRST = " order by e.attemptedAt desc, e.id";

    @Inject
    private Store store;

    @Inject
    private EventTally tally;

    /** Adds an attempt and counts it: for its manufacturer, and for its organization unless it succeeded. */
    public void add(ProvisioningAttempt attempt) {
        store.entityManager().persist(attempt);
        tally.attempt(
                attempt.manufacturerId(),
                attempt.isRefused() ? attempt.organizationId() : null,
                attempt.outcome(),
                attempt.attemptedAt());
    }

    public Page<ProvisioningAttempt> ofManufacturer(UUID manufacturerId, AttemptFilter filter, PageRequest request) {
        return page("manufacturerId", manufacturerId, filter, request);
    }

    public Page<ProvisioningAttempt> ofOrganization(UUID organizationId, AttemptFilter filter, PageRequest request) {
        return page("organizationId", organizationId, filter, request);
    }

    private Page<ProvisioningAttempt> page(
            String tenantColumn, UUID tenantId, AttemptFilter filter, PageRequest request) {
        Map<String, Object> parameters = new HashMap<>(Map.of("tenant", tenantId));
        String from = "from ProvisioningAttempt e where e." + tenantColumn + " = :tenant" + where(filter, parameters);
        TypedQuery<ProvisioningAttempt> items =
                bind("select e " + from + NEWEST_FIRST, ProvisioningAttempt.class, parameters);
        return new Page<>(
                items.setFirstResult(request.offset())
                        .setMaxResults(Math.min(request.size(), AttemptPage.MAX_COUNTED - request.offset()))
                        .getResultList(),
                count(from, parameters));
    }

    /**
     * Counts only as far as the log has pages. The query within is ordered, because otherwise it cannot have a limit.
     */
    private long count(String from, Map<String, Object> parameters) {
        String counted = "select e.id as id " + from + NEWEST_FIRST + " limit " + AttemptPage.MAX_COUNTED;
        return bind("select count(*) from (" + counted + ") x", Long.class, parameters)
                .getSingleResult();
    }

    /** The time of the newest of the unverified attempts that are left over when the newest {@code limit} are taken. */
    Optional<Instant> newestUnverifiedBeyond(int limit) {
        return store.entityManager()
                .createQuery(
                        "select e.attemptedAt from ProvisioningAttempt e where e.verified = false"
                                + " order by e.attemptedAt desc",
                        Instant.class)
                .setFirstResult(limit)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Removes the oldest attempts before a time, at most {@code most} of them.
     *
     * @return how many
     */
    int remove(boolean verified, Instant before, int most) {
        return store.entityManager()
                .createNativeQuery("""
                        delete from provisioning_attempt where id in (
                          select id from provisioning_attempt
                          where verified = :verified and attempted_at < :before order by attempted_at limit :most)""")
                .setParameter("verified", verified)
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }

    private static String where(AttemptFilter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        add(conditions, parameters, "e.id = :id", "id", filter.id());
        add(conditions, parameters, "e.certificateId = :certificate", "certificate", filter.certificateId());
        add(conditions, parameters, "e.source = :source", "source", filter.source());
        add(conditions, parameters, "e.attemptedAt >= :from", "from", filter.from());
        add(conditions, parameters, "e.attemptedAt < :to", "to", filter.to());
        if (filter.outcome() != null) {
            add(
                    conditions,
                    parameters,
                    "e.outcome = :outcome",
                    "outcome",
                    filter.outcome().code());
        }
        if (filter.identifier() != null) {
            Object forms = NormalForms.of(filter.identifier());
            add(conditions, parameters, "e.normalizedIdentifier in :forms", "forms", forms);
        }
        if (filter.search() != null) {
            conditions.add(" and (e.normalizedIdentifier in :searchedForms or "
                    + SearchText.any("e.uniqueIdentifier", "e.source") + ")");
            parameters.put("searchedForms", NormalForms.of(filter.search()));
            parameters.putAll(new SearchText(filter.search()).with(Map.of()));
        }
        return String.join("", conditions);
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(" and " + condition);
            parameters.put(name, value);
        }
    }

    private <T> TypedQuery<T> bind(String query, Class<T> type, Map<String, Object> parameters) {
        TypedQuery<T> bound = store.entityManager().createQuery(query, type);
        parameters.forEach(bound::setParameter);
        return bound;
    }
}
