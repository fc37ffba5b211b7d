package dev.muster.domain.organization;

import dev.muster.domain.shared.TenantName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The tenant that owns devices. Made by an administrator; its managers import, and see nobody else's devices. */
@Entity
@Table(name = "organization")
public class Organization {

    @Id
    private UUID id;

    private String name;

    @Column(name = "normalized_name")
    private String normalizedName;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Organization() {}

    public Organization(TenantName name, Instant now) {
        this.id = UUID.randomUUID();
        this.name = name.entered();
        this.normalizedName = name.normalized();
        this.createdAt = Objects.requireNonNull(now);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
