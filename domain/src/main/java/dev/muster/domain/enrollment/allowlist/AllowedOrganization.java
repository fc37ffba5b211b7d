package dev.muster.domain.enrollment.allowlist;

import dev.muster.domain.organization.Organization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the list that a manufacturer keeps of the organizations that may enroll its identifiers. It counts while
 * the manufacturer's policy is ALLOWED_ORGANIZATIONS and waits while it is OPEN. Put on the list by one statement, so that
 * putting it there twice is once; nothing constructs it here.
 */
@Entity
@Table(name = "allowed_organization")
@IdClass(AllowedOrganizationId.class)
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

    protected AllowedOrganization() {}

    public Organization organization() {
        return organization;
    }

    public Instant allowedAt() {
        return allowedAt;
    }
}
