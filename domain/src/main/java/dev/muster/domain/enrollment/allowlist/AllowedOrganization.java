package dev.muster.domain.enrollment.allowlist;

import dev.muster.domain.organization.Organization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An entry of a manufacturer's list of the organizations that may enroll its identifiers. The entry counts if the
 * manufacturer's policy is ALLOWED_ORGANIZATIONS, and has no effect while the policy is OPEN. One SQL statement adds
 * it, so that adding it twice does no harm; no code constructs it.
 */
@Entity
@Table(name = "allowed_organization")
@IdClass(AllowedOrganization.Key.class)
public class AllowedOrganization {

    @Id
    @Column(name = "manufacturer_id")
    private UUID manufacturerId;

    @Id
    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    @Column(name = "allowed_at")
    private Instant allowedAt;

    @SuppressWarnings("NullAway.Init")
    protected AllowedOrganization() {}

    public Organization organization() {
        return organization;
    }

    public Instant allowedAt() {
        return allowedAt;
    }

    /** Names an entry: the manufacturer whose list it is, and the organization on the list. */
    public static class Key implements Serializable {

        private UUID manufacturerId;

        private UUID organization;

        @SuppressWarnings("NullAway.Init")
        protected Key() {}

        public Key(UUID manufacturerId, UUID organizationId) {
            this.manufacturerId = Objects.requireNonNull(manufacturerId);
            this.organization = Objects.requireNonNull(organizationId);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && manufacturerId.equals(that.manufacturerId)
                    && organization.equals(that.organization);
        }

        @Override
        public int hashCode() {
            return Objects.hash(manufacturerId, organization);
        }
    }
}
