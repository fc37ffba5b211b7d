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

/**
 * A device that exists has proved itself again and wants new credentials; a manager decides. There is one for a device at
 * most: while nobody has decided, a further proof is noted in it as the newest. When the device gets new credentials, for
 * whichever reason, it is done with and removed.
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
    private Instant decidedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    protected ApprovalRequest() {}

    /**
     * @param certificateId what the proof was made by
     * @param attemptId the recorded try
     */
    public ApprovalRequest(Device device, UUID certificateId, UUID attemptId, Instant now) {
        this.id = UUID.randomUUID();
        this.device = Objects.requireNonNull(device);
        this.organizationId = device.organization().id();
        this.askedAt = Objects.requireNonNull(now);
        note(certificateId, attemptId, now);
    }

    /** Another proof came that cannot be answered: nobody has decided, or what was decided is taken back. */
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

    /** The device's next valid proof gives it new credentials. @throws ProblemException {@code conflict} where it is decided */
    public void approve(UUID userId, Instant now) {
        decide(ApprovalState.APPROVED, userId, now);
        device.allowReprovisioning(now);
    }

    /** The device keeps its credentials, and proofs are refused. @throws ProblemException {@code conflict} where it is decided */
    public void reject(UUID userId, Instant now) {
        decide(ApprovalState.REJECTED, userId, now);
    }

    private void decide(ApprovalState decision, UUID userId, Instant now) {
        if (state != ApprovalState.PENDING) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "Somebody has decided this already: it is " + state.name().toLowerCase(Locale.ROOT) + ".");
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

    /** What the newest proof was made by. */
    public UUID certificateId() {
        return certificateId;
    }

    /** The newest proof's recorded attempt, which the log may have lost since. */
    public UUID attemptId() {
        return attemptId;
    }

    public ApprovalState state() {
        return state;
    }

    /** How many proofs have asked. */
    public int proofs() {
        return proofs;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Instant lastAskedAt() {
        return lastAskedAt;
    }

    /** {@code null} while nobody has decided. */
    public Instant decidedAt() {
        return decidedAt;
    }
}
