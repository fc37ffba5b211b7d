package dev.muster.domain.account;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.TenantName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who logs in to the portal or whose API tokens a script uses. An administrator creates users; the first start
 * creates the first administrator. Only the hash of the password is stored.
 */
@Entity
@Table(name = "portal_user")
public class PortalUser {

    @Id
    private UUID id;

    private String username;

    @Column(name = "normalized_username")
    private String normalizedUsername;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "organization_id")
    private @Nullable UUID organizationId;

    @Column(name = "manufacturer_id")
    private @Nullable UUID manufacturerId;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected PortalUser() {}

    /**
     * @param tenantId the organization or manufacturer of the role, {@code null} for a role of the platform
     * @param passwordHash the password's hash, never the password
     */
    public PortalUser(TenantName username, String passwordHash, Role role, @Nullable UUID tenantId, Instant now) {
        this.id = UUID.randomUUID();
        this.username = username.entered();
        this.normalizedUsername = username.normalized();
        this.passwordHash = Objects.requireNonNull(passwordHash);
        this.role = Objects.requireNonNull(role);
        this.organizationId = role.scope() == Role.Scope.ORGANIZATION ? Objects.requireNonNull(tenantId) : null;
        this.manufacturerId = role.scope() == Role.Scope.MANUFACTURER ? Objects.requireNonNull(tenantId) : null;
        this.createdAt = Objects.requireNonNull(now);
    }

    /** This user as the caller of a service. */
    public Caller asCaller() {
        return new Caller(id, username, role, organizationId != null ? organizationId : manufacturerId);
    }

    /** Replaces the password; the user need not change it any more. */
    public void changePassword(String newHash) {
        this.passwordHash = Objects.requireNonNull(newHash);
        this.mustChangePassword = false;
    }

    /** The user must change the password at the next login, because somebody else knows it. */
    public void demandPasswordChange() {
        this.mustChangePassword = true;
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String passwordHash() {
        return passwordHash;
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

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
