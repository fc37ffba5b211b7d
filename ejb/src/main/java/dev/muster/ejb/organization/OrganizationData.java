package dev.muster.ejb.organization;

import dev.muster.domain.shared.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a feature keeps for organizations. When an organization is deleted, each feature deletes what it owns. */
public interface OrganizationData {

    /**
     * Runs in the transaction that deletes the organization.
     *
     * @throws ProblemException {@code conflict} if the organization cannot be deleted at the moment
     */
    void begin(UUID organizationId, Instant now);

    /**
     * Deletes a part of what is left, in a transaction of its own.
     *
     * @return false if nothing was left
     */
    default boolean removeSome(UUID organizationId) {
        return false;
    }

    /** What goes with the organization, to show it before the deletion. */
    default Map<Belonging, Long> belongings(UUID organizationId) {
        return Map.of();
    }

    /** How many objects are left, to show the progress. */
    default long left(UUID organizationId) {
        return 0;
    }
}
