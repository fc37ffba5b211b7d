package dev.muster.domain.provisioning.attempt;

import dev.muster.domain.provisioning.proof.ProofRejection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of one provision request, successful or not. Written once and never changed. Its id is the
 * {@code instance} of the problem document that the device got. Only an attempt with a verified proof belongs to an
 * organization.
 */
@Entity
@Table(name = "provisioning_attempt")
public class ProvisioningAttempt {

    private static final int MAX_REASON = 400;

    @Id
    private UUID id;

    @Column(name = "attempted_at")
    private Instant attemptedAt;

    @Column(name = "manufacturer_id")
    private @Nullable UUID manufacturerId;

    @Column(name = "certificate_id")
    private @Nullable UUID certificateId;

    @Column(name = "organization_id")
    private @Nullable UUID organizationId;

    @Column(name = "unique_identifier")
    private @Nullable String uniqueIdentifier;

    @Column(name = "normalized_identifier")
    private @Nullable String normalizedIdentifier;

    private String outcome;

    private boolean verified;

    private @Nullable String reason;

    private String source;

    @SuppressWarnings("NullAway.Init")
    protected ProvisioningAttempt() {}

    /**
     * @param subject what is known about the sender
     * @param reason for the manufacturer's log: the name of a {@link ProofRejection}, or a sentence about a request
     *     that cannot be read; {@code null} if the outcome says everything
     */
    public ProvisioningAttempt(
            UUID id, AttemptSubject subject, AttemptOutcome outcome, @Nullable String reason, Instant now) {
        this.id = Objects.requireNonNull(id);
        this.manufacturerId = subject.manufacturerId();
        this.certificateId = subject.certificateId();
        this.organizationId = subject.organizationId();
        this.uniqueIdentifier = subject.uniqueIdentifier();
        this.normalizedIdentifier = subject.normalizedIdentifier();
        this.source = subject.source();
        this.outcome = outcome.code();
        this.verified = outcome.isVerified();
        this.reason = reason == null || reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
        this.attemptedAt = Objects.requireNonNull(now);
    }

    public UUID id() {
        return id;
    }

    public Instant attemptedAt() {
        return attemptedAt;
    }

    /** The manufacturer of the certificate that the request named, {@code null} if there is no such certificate. */
    public @Nullable UUID manufacturerId() {
        return manufacturerId;
    }

    /** The certificate that the request named, {@code null} if there is none. */
    public @Nullable UUID certificateId() {
        return certificateId;
    }

    /** The owner of the identifier, {@code null} if the proof was not verified or nobody has enrolled it. */
    public @Nullable UUID organizationId() {
        return organizationId;
    }

    public @Nullable String uniqueIdentifier() {
        return uniqueIdentifier;
    }

    /** The code of an {@link AttemptOutcome}. */
    public String outcome() {
        return outcome;
    }

    /** Whether the device got nothing and nobody is asked about it. */
    public boolean isRefused() {
        return AttemptOutcome.named(outcome).filter(AttemptOutcome::isRefusal).isPresent();
    }

    public @Nullable String reason() {
        return reason;
    }

    public String source() {
        return source;
    }
}
