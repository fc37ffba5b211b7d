package dev.muster.domain.organization;

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

/**
 * The tenant that owns devices. An administrator creates it. Its managers import devices and see only its own devices.
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

    @Column(name = "created_at")
    private Instant createdAt;

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
