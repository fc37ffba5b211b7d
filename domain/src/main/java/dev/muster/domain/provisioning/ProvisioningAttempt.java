package dev.muster.domain.provisioning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One recorded try of a device to be provisioned, successful or not. Written once and never changed. Its id is the
 * {@code instance} of the problem document that the device got. Only what was verified is tied to an organization.
 */
@Entity
@Table(name = "provisioning_attempt")
public class ProvisioningAttempt {

    @Id
    private UUID id;

    @Column(name = "attempted_at")
    private Instant attemptedAt;

    @Column(name = "manufacturer_id")
    private UUID manufacturerId;

    @Column(name = "certificate_id")
    private UUID certificateId;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Column(name = "unique_identifier")
    private String uniqueIdentifier;

    private String outcome;

    private String reason;

    private String source;

    protected ProvisioningAttempt() {}

    /**
     * @param subject what is known of who tried
     * @param outcome {@code provisioned}, {@code rotated} or a problem code
     * @param reason why, for the manufacturer's log, {@code null} where the outcome says it all; never sent to a device
     */
    public ProvisioningAttempt(UUID id, AttemptSubject subject, String outcome, String reason, Instant now) {
        this.id = Objects.requireNonNull(id);
        this.manufacturerId = subject.manufacturerId();
        this.certificateId = subject.certificateId();
        this.organizationId = subject.organizationId();
        this.uniqueIdentifier = subject.uniqueIdentifier();
        this.source = subject.source();
        this.outcome = Objects.requireNonNull(outcome);
        this.reason = reason;
        this.attemptedAt = Objects.requireNonNull(now);
    }

    public UUID id() {
        return id;
    }

    public Instant attemptedAt() {
        return attemptedAt;
    }

    public String uniqueIdentifier() {
        return uniqueIdentifier;
    }

    public String outcome() {
        return outcome;
    }

    public String reason() {
        return reason;
    }

    public String source() {
        return source;
    }
}
