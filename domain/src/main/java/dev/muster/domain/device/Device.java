package dev.muster.domain.device;

import dev.muster.domain.organization.Organization;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

/**
 * A device that proved itself. The first valid proof creates it with credentials, a later one gives it new credentials;
 * its first authentication makes it active; the revocation of the certificate that proved it invalidates it, from an
 * instant on that may be planned ahead, and a proof by another certificate mends that. Its organization may suspend its
 * credentials until it resumes them, which outlasts new credentials; may give it new ones itself; and may allow that one
 * more proof gives it new ones. Deleting it leaves the enrollment, so that a new proof creates it again.
 */
@Entity
@Table(name = "device")
public class Device {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    @Column(name = "enrollment_id")
    private Long enrollmentId;

    @Column(name = "certificate_id")
    private UUID certificateId;

    @Column(name = "unique_identifier")
    private String uniqueIdentifier;

    private String name;

    @Enumerated(EnumType.STRING)
    private DeviceType type;

    @Embedded
    private DeviceCredential credential;

    /** Written once here; a change is a statement of its own, see DeviceModelRepository. */
    @Column(name = "model_id", updatable = false)
    private UUID modelId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(name = "first_used_at")
    private Instant firstUsedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "heard_before_at")
    private Instant heardBeforeAt;

    @Column(name = "suspended_at")
    private Instant suspendedAt;

    @Column(name = "reprovisioning_allowed_at")
    private Instant reprovisioningAllowedAt;

    @Column(name = "invalidated_at")
    private Instant invalidatedAt;

    protected Device() {}

    /**
     * @param identity what the organization imported of it
     * @param certificateId the certificate that proved it
     */
    public Device(
            Organization organization,
            DeviceIdentity identity,
            UUID certificateId,
            DeviceCredential credential,
            Instant now) {
        this.id = UUID.randomUUID();
        this.organization = Objects.requireNonNull(organization);
        this.enrollmentId = identity.enrollmentId();
        this.uniqueIdentifier = identity.uniqueIdentifier();
        this.name = identity.name();
        this.type = identity.type();
        this.certificateId = Objects.requireNonNull(certificateId);
        this.credential = Objects.requireNonNull(credential);
        this.createdAt = Objects.requireNonNull(now);
        this.rotatedAt = now;
    }

    /** Is of a model from its creation on. */
    public void createdAs(UUID model) {
        this.modelId = model;
    }

    /**
     * Takes new credentials after another valid proof; the old ones are gone, and so are an invalidation and what was
     * allowed. A suspension stays: the proof is the device's, the suspension its organization's.
     */
    public void reprovision(UUID byCertificateId, DeviceCredential newCredential, Instant now) {
        this.certificateId = Objects.requireNonNull(byCertificateId);
        replaceCredential(newCredential, now);
        this.heardBeforeAt = null;
        this.invalidatedAt = null;
        this.reprovisioningAllowedAt = null;
    }

    /**
     * Takes new credentials that its organization gives it; the old ones are gone. What a proof may do stays as it was: a
     * device that was heard before is not taken for one that never was.
     */
    public void rotate(DeviceCredential newCredential, Instant now) {
        Instant heard = heardAt();
        replaceCredential(newCredential, now);
        this.heardBeforeAt = heard;
    }

    private void replaceCredential(DeviceCredential newCredential, Instant now) {
        this.credential = Objects.requireNonNull(newCredential);
        this.rotatedAt = Objects.requireNonNull(now);
        this.firstUsedAt = null;
    }

    /** Its credentials count no more until they are resumed; a second time changes nothing. */
    public void suspend(Instant now) {
        if (suspendedAt == null) {
            this.suspendedAt = Objects.requireNonNull(now);
        }
    }

    /** Its credentials count again. */
    public void resume() {
        this.suspendedAt = null;
    }

    /** Its next valid proof gives it new credentials, whatever the policy; a second time changes nothing. */
    public void allowReprovisioning(Instant now) {
        if (reprovisioningAllowedAt == null) {
            this.reprovisioningAllowedAt = Objects.requireNonNull(now);
        }
    }

    /** Its next valid proof is treated as the policy says. */
    public void disallowReprovisioning() {
        this.reprovisioningAllowedAt = null;
    }

    /**
     * Says from when on it counts no more: the instant for which the revocation of its certificate is planned.
     *
     * @param at {@code null} where no end is planned
     */
    public void endAt(Instant at) {
        this.invalidatedAt = at;
    }

    public DeviceStatus status(Instant now) {
        if (credentialHistory().isInvalidated(now)) {
            return DeviceStatus.INVALIDATED;
        }
        return heardAt() == null ? DeviceStatus.PROVISIONED : DeviceStatus.ACTIVE;
    }

    /** When what it has now as credentials ends, if it ends now: with its invalidation, where that has come before. */
    public Instant endOfCredentials(Instant now) {
        return status(now) == DeviceStatus.INVALIDATED ? invalidatedAt : now;
    }

    public boolean isSuspended() {
        return suspendedAt != null;
    }

    public CredentialStatus credentialStatus(Instant now) {
        return credentialHistory().status(now);
    }

    public CredentialHistory credentialHistory() {
        return new CredentialHistory(firstUsedAt, lastUsedAt, suspendedAt, invalidatedAt);
    }

    /** Whether the note of its last use is missing or too old. */
    public boolean isUseToBeNoted(Instant now) {
        return credentialHistory().isUseToBeNoted(now);
    }

    public UUID id() {
        return id;
    }

    public Organization organization() {
        return organization;
    }

    public Long enrollmentId() {
        return enrollmentId;
    }

    public UUID certificateId() {
        return certificateId;
    }

    public String uniqueIdentifier() {
        return uniqueIdentifier;
    }

    public String name() {
        return name;
    }

    public DeviceType type() {
        return type;
    }

    /** What says which telemetry it sends; {@code null} where nothing does. */
    public UUID modelId() {
        return modelId;
    }

    public DeviceCredential credential() {
        return credential;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the present credentials were given. */
    public Instant rotatedAt() {
        return rotatedAt;
    }

    /** When it first authenticated with the present credentials, {@code null} before that. */
    public Instant firstUsedAt() {
        return firstUsedAt;
    }

    /** When it first authenticated since its last proof, with whichever credentials; {@code null} before that. */
    public Instant heardAt() {
        return heardBeforeAt == null ? firstUsedAt : heardBeforeAt;
    }

    /** Since when its credentials are suspended, {@code null} where they are not. */
    public Instant suspendedAt() {
        return suspendedAt;
    }

    /** Since when one more proof may give it new credentials, {@code null} where the policy alone decides. */
    public Instant reprovisioningAllowedAt() {
        return reprovisioningAllowedAt;
    }

    public boolean isReprovisioningAllowed() {
        return reprovisioningAllowedAt != null;
    }

    /** When it last authenticated, to some minutes; {@code null} where it never has. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** From when on it counts no more, which may lie in the future; {@code null} where no end is known. */
    public Instant invalidatedAt() {
        return invalidatedAt;
    }
}
