package dev.muster.domain.organization;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
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
 * The tenant that owns devices. An administrator creates it. Its managers import devices and see only its own devices.
 *
 * <p>An administrator may suspend it: then its users only read, and its devices neither join nor report, until the
 * administrator resumes it. A suspended organization may be deleted. It does not exist for anybody from then on. What
 * it owned is deleted after that; the row stays without a name, because issued certificates refer to it.
 */
@Entity
@Table(name = "organization")
public class Organization {

    @Id
    private UUID id;

    private String name;

    @Column(name = "normalized_name")
    private String normalizedName;

    @Enumerated(EnumType.STRING)
    @Column(name = "reprovisioning_policy")
    private ReprovisioningPolicy reprovisioningPolicy;

    @Column(name = "second_factor_required")
    private boolean secondFactorRequired;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "suspended_at")
    private @Nullable Instant suspendedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "emptied_at")
    private @Nullable Instant emptiedAt;

    @SuppressWarnings("NullAway.Init")
    protected Organization() {}

    public Organization(TenantName name, Instant now) {
        this.id = UUID.randomUUID();
        this.name = name.entered();
        this.normalizedName = name.normalized();
        this.reprovisioningPolicy = ReprovisioningPolicy.ROTATE_UNTIL_FIRST_USE;
        this.createdAt = Objects.requireNonNull(now);
    }

    /** Takes another name; certificates that its authority has issued keep the old name. */
    public void rename(TenantName chosen) {
        this.name = chosen.entered();
        this.normalizedName = chosen.normalized();
    }

    /** Sets what a second proof for one of its devices does from now on. */
    public void reprovisionBy(ReprovisioningPolicy policy) {
        this.reprovisioningPolicy = Objects.requireNonNull(policy);
    }

    /** Lets its users only read, and refuses its devices. A second call changes nothing. */
    public void suspend(Instant now) {
        if (suspendedAt == null) {
            suspendedAt = Objects.requireNonNull(now);
        }
    }

    /** Ends a suspension. */
    public void resume() {
        suspendedAt = null;
    }

    public boolean isSuspended() {
        return suspendedAt != null;
    }

    public OrganizationStatus status() {
        return isSuspended() ? OrganizationStatus.SUSPENDED : OrganizationStatus.ACTIVE;
    }

    /** Since when it is suspended, {@code null} if it is not. */
    public @Nullable Instant suspendedAt() {
        return suspendedAt;
    }

    /**
     * Ends it for everybody. Its name can be given to another organization from now on.
     *
     * @throws ProblemException {@code conflict} if it is not suspended
     */
    public void delete(Instant now) {
        if (!isSuspended()) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "Only a suspended organization can be deleted. Suspend it first.");
        }
        deletedAt = Objects.requireNonNull(now);
        normalizedName = id.toString();
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** When it was deleted, {@code null} if it is not. */
    public @Nullable Instant deletedAt() {
        return deletedAt;
    }

    /** Nothing that it owned is left; it loses its name, too. */
    public void empty(Instant now) {
        emptiedAt = Objects.requireNonNull(now);
        name = "";
    }

    /** Whether it is deleted, and something that it owned may be left. */
    public boolean isBeingDeleted() {
        return isDeleted() && emptiedAt == null;
    }

    /** Sets whether its users must have a second factor. */
    public void requireSecondFactor(boolean required) {
        this.secondFactorRequired = required;
    }

    public boolean isSecondFactorRequired() {
        return secondFactorRequired;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The policy for devices whose import has no policy of its own. */
    public ReprovisioningPolicy reprovisioningPolicy() {
        return reprovisioningPolicy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
