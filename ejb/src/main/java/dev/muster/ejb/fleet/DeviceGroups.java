package dev.muster.ejb.fleet;

import dev.muster.domain.shared.ProblemException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The applications of an organization as groups of devices, so that a search can be narrowed to one of them. The feature of the
 * applications implements this. Each method runs in the transaction of a use case that has asked its caller.
 */
public interface DeviceGroups {

    /** Which devices belong to an application; empty if the organization has no such application. */
    Optional<DeviceGroup> find(UUID organizationId, UUID applicationId);

    /** The names of all applications, by id. */
    Map<UUID, String> names(UUID organizationId);

    /**
     * Adds devices of the organization. Those that were added before stay as they are.
     *
     * @throws ProblemException {@code not-found} if the organization has no such application
     */
    void add(UUID organizationId, @Nullable UUID applicationId, Collection<UUID> deviceIds);

    /**
     * Takes back that devices were added.
     *
     * @throws ProblemException {@code not-found} if the organization has no such application
     */
    void remove(UUID organizationId, @Nullable UUID applicationId, Collection<UUID> deviceIds);
}
