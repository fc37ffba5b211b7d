package dev.muster.domain.enrollment.allowlist;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Names an entry of a manufacturer's list: whose list, and who is on it. */
public class AllowedOrganizationId implements Serializable {

    private UUID manufacturerId;

    private UUID organization;

    protected AllowedOrganizationId() {}

    public AllowedOrganizationId(UUID manufacturerId, UUID organizationId) {
        this.manufacturerId = Objects.requireNonNull(manufacturerId);
        this.organization = Objects.requireNonNull(organizationId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AllowedOrganizationId that
                && manufacturerId.equals(that.manufacturerId)
                && organization.equals(that.organization);
    }

    @Override
    public int hashCode() {
        return Objects.hash(manufacturerId, organization);
    }
}
