package dev.muster.domain.account;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user is in one tenant, or for the platform. A user has at least one membership, and at most one in each
 * tenant. A session and an API token each belong to one membership, and end with it.
 */
@Entity
@Table(name = "membership")
public class Membership {

    /** The key of a membership without a tenant. */
    public static final String PLATFORM = "platform";

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private PortalUser user;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "organization_id")
    private @Nullable UUID organizationId;

    /** Only read: {@link #organizationId} is written. Always fetched: {@link #asCaller} is also called later. */
    @ManyToOne
    @JoinColumn(name = "organization_id", insertable = false, updatable = false)
    private @Nullable Organization organization;

    @Column(name = "manufacturer_id")
    private @Nullable UUID manufacturerId;

    @Column(name = "tenant_key")
    private String tenantKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Membership() {}

    /** @param tenantId the organization or manufacturer of the role, {@code null} for a role of the platform */
    public Membership(PortalUser user, Role role, @Nullable UUID tenantId, Instant now) {
        this.id = UUID.randomUUID();
        this.user = Objects.requireNonNull(user);
        this.createdAt = Objects.requireNonNull(now);
        become(role, tenantId);
    }

    /** Takes another role, and another tenant with it. */
    public final void become(Role newRole, @Nullable UUID tenantId) {
        if (newRole.hasTenant() == (tenantId == null)) {
            throw new IllegalArgumentException("A role of the platform has no tenant and every other role has one");
        }
        this.role = newRole;
        this.organizationId = newRole.scope() == Role.Scope.ORGANIZATION ? tenantId : null;
        this.manufacturerId = newRole.scope() == Role.Scope.MANUFACTURER ? tenantId : null;
        this.tenantKey = tenantId == null ? PLATFORM : tenantId.toString();
    }

    /** The user in this tenant, as the caller of a service. */
    public Caller asCaller() {
        return new Caller(user.id(), user.username(), role, tenantId(), isSuspended());
    }

    private boolean isSuspended() {
        return organization != null && organization.isSuspended();
    }

    public UUID id() {
        return id;
    }

    public PortalUser user() {
        return user;
    }

    public Role role() {
        return role;
    }

    public @Nullable UUID organizationId() {
        return organizationId;
    }

    public @Nullable UUID manufacturerId() {
        return manufacturerId;
    }

    /** The organization or the manufacturer; {@code null} for a role of the platform. */
    public @Nullable UUID tenantId() {
        return organizationId != null ? organizationId : manufacturerId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
