package dev.muster.domain.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for an approval: an existing device has proved itself again and waits for a manager to allow new
 * credentials. A device has at most one request. Until a manager has decided, each further proof replaces the newest
 * one in the request. When the device gets new credentials, for whatever reason, the request is deleted.
 */
@Entity
@Table(name = "approval_request")
public class ApprovalRequest {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "device_id")
    private Device device;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Column(name = "certificate_id")
    private UUID certificateId;

    @Column(name = "attempt_id")
    private UUID attemptId;

    @Enumerated(EnumType.STRING)
    private ApprovalState state;

    private int proofs;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "last_asked_at")
    private Instant lastAskedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by")
    private @Nullable UUID decidedBy;

    @SuppressWarnings("NullAway.Init")
    protected ApprovalRequest() {}

    /**
     * @param certificateId the certificate of the proof
     * @param attemptId the proof's attempt
     */
    public ApprovalRequest(Device device, UUID certificateId, UUID attemptId, Instant now) {
        this.id = UUID.randomUUID();
        this.device = Objects.requireNonNull(device);
        this.organizationId = device.organization().id();
        this.askedAt = Objects.requireNonNull(now);
        note(certificateId, attemptId, now);
    }

    /** Waits again, because of another proof: no manager has decided, or the decision no longer applies. */
    public void askAgain(UUID byCertificateId, UUID newestAttemptId, Instant now) {
        this.decidedAt = null;
        this.decidedBy = null;
        note(byCertificateId, newestAttemptId, now);
    }

    private void note(UUID byCertificateId, UUID newestAttemptId, Instant now) {
        this.state = ApprovalState.PENDING;
        this.certificateId = Objects.requireNonNull(byCertificateId);
        this.attemptId = Objects.requireNonNull(newestAttemptId);
        this.lastAskedAt = Objects.requireNonNull(now);
        this.proofs++;
    }

    /**
     * The device's next valid proof gives it new credentials.
     *
     * @throws ProblemException {@code conflict} if a manager has decided already
     */
    public void approve(UUID userId, Instant now) {
        decide(ApprovalState.APPROVED, userId, now);
        device.allowReprovisioning(now);
    }

    /**
     * The device keeps its credentials, and its further proofs are refused.
     *
     * @throws ProblemException {@code conflict} if a manager has decided already
     */
    public void reject(UUID userId, Instant now) {
        decide(ApprovalState.REJECTED, userId, now);
    }

    private void decide(ApprovalState decision, UUID userId, Instant now) {
        if (state != ApprovalState.PENDING) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "A manager has decided this already: it is " + state.name().toLowerCase(Locale.ROOT) + ".");
        }
        this.state = decision;
        this.decidedBy = Objects.requireNonNull(userId);
        this.decidedAt = Objects.requireNonNull(now);
    }

    public boolean isPending() {
        return state == ApprovalState.PENDING;
    }

    public boolean isRejected() {
        return state == ApprovalState.REJECTED;
    }

    public UUID id() {
        return id;
    }

    public Device device() {
        return device;
    }

    public UUID organizationId() {
        return organizationId;
    }

    /** The certificate of the newest proof. */
    public UUID certificateId() {
        return certificateId;
    }

    /** The newest proof's attempt, which may have been deleted from the log. */
    public UUID attemptId() {
        return attemptId;
    }

    public ApprovalState state() {
        return state;
    }

    /** The number of proofs that have waited in this request. */
    public int proofs() {
        return proofs;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Instant lastAskedAt() {
        return lastAskedAt;
    }

    /** {@code null} until a manager has decided. */
    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
