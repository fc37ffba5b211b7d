package dev.muster.ejb.account;

import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.event.EventDetail;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A role, and the tenant in which a user has it.
 *
 * @param role what the user may do; {@code null} if none was entered
 * @param organizationId required for a role of an organization; {@code null} otherwise
 * @param manufacturerId required for a role of a manufacturer; {@code null} otherwise
 */
public record Place(
        @Nullable Role role,
        @Nullable UUID organizationId,
        @Nullable UUID manufacturerId) implements EventDetail {

    /** The ids that were entered, whether they fit the role or not. */
    List<UUID> tenants() {
        return Stream.of(Optional.ofNullable(organizationId), Optional.ofNullable(manufacturerId))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public String eventDetail() {
        return "role="
                + Stream.of(role, organizationId, manufacturerId)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining("@"));
    }
}
