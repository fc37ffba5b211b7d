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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that has proved itself. The first valid proof creates it with credentials; its first authentication makes it
 * active; a later proof gives it new credentials. The revocation of the certificate that proved it invalidates it, at
 * an instant that may be planned ahead; a proof by another certificate makes it valid again. Its organization may
 * suspend its credentials until it resumes them (new credentials are suspended, too), may give it new credentials
 * itself, and may allow one more proof to give it new ones. Deleting a device keeps its enrollment, so a new proof
 * creates the device again.
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

    /** Written only once by the entity; a change is a separate statement, see DeviceModelRepository. */
    @Column(name = "model_id", updatable = false)
    private @Nullable UUID modelId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(name = "first_used_at")
    private @Nullable Instant firstUsedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    /** Lists are sorted and narrowed by it, because an index of the exact time would cost each note of a use. */
    @Column(name = "seen_on")
    private LocalDate seenOn;

    @Column(name = "heard_before_at")
    private @Nullable Instant heardBeforeAt;

    @Column(name = "suspended_at")
    private @Nullable Instant suspendedAt;

    @Column(name = "reprovisioning_allowed_at")
    private @Nullable Instant reprovisioningAllowedAt;

    @Column(name = "invalidated_at")
    private @Nullable Instant invalidatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Device() {}

    /**
     * @param identity what the organization imported about it
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
        this.seenOn = now.atOffset(ZoneOffset.UTC).toLocalDate();
        this.rotatedAt = now;
    }

    /** Sets the model that it has from its creation on. */
    public void createdAs(UUID model) {
        this.modelId = model;
    }

    /**
     * Replaces the credentials after another valid proof. This also ends an invalidation and uses up the permission for
     * one more proof. A suspension stays: the device cannot end what its organization has decided.
     */
    public void reprovision(UUID byCertificateId, DeviceCredential newCredential, Instant now) {
        this.certificateId = Objects.requireNonNull(byCertificateId);
        replaceCredential(newCredential, now);
        this.heardBeforeAt = null;
        this.invalidatedAt = null;
        this.reprovisioningAllowedAt = null;
    }

    /**
     * Replaces the credentials by new ones from its organization. This does not change what the next proof may do: a
     * device that has authenticated before still counts as active.
     */
    public void rotate(DeviceCredential newCredential, Instant now) {
        @Nullable Instant heard = heardAt();
        replaceCredential(newCredential, now);
        this.heardBeforeAt = heard;
    }

    private void replaceCredential(DeviceCredential newCredential, Instant now) {
        this.credential = Objects.requireNonNull(newCredential);
        this.rotatedAt = Objects.requireNonNull(now);
        this.firstUsedAt = null;
    }

    /** Its credentials are rejected until they are resumed; a second call changes nothing. */
    public void suspend(Instant now) {
        if (suspendedAt == null) {
            this.suspendedAt = Objects.requireNonNull(now);
        }
    }

    /** Its credentials are accepted again. */
    public void resume() {
        this.suspendedAt = null;
    }

    /** Its next valid proof gives it new credentials, whatever the policy says; a second call changes nothing. */
    public void allowReprovisioning(Instant now) {
        if (reprovisioningAllowedAt == null) {
            this.reprovisioningAllowedAt = Objects.requireNonNull(now);
        }
    }

    /** The policy decides about its next valid proof. */
    public void disallowReprovisioning() {
        this.reprovisioningAllowedAt = null;
    }

    /**
     * Sets the instant at which it becomes invalid: the planned revocation of its certificate.
     *
     * @param at {@code null} if no revocation is planned
     */
    public void endAt(@Nullable Instant at) {
        this.invalidatedAt = at;
    }

    public DeviceStatus status(Instant now) {
        if (credentialHistory().isInvalidated(now)) {
            return DeviceStatus.INVALIDATED;
        }
        return heardAt() == null ? DeviceStatus.PROVISIONED : DeviceStatus.ACTIVE;
    }

    /** The end of the present credentials if they are replaced now: now, or the invalidation if it came earlier. */
    public Instant endOfCredentials(Instant now) {
        return status(now) == DeviceStatus.INVALIDATED ? Objects.requireNonNull(invalidatedAt) : now;
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

    /** Whether its recorded last use is missing or too old. */
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

    /** The model that describes its telemetry; {@code null} if it has none. */
    public @Nullable UUID modelId() {
        return modelId;
    }

    public DeviceCredential credential() {
        return credential;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the present credentials were issued. */
    public Instant rotatedAt() {
        return rotatedAt;
    }

    /** When it first authenticated with the present credentials, {@code null} before that. */
    public @Nullable Instant firstUsedAt() {
        return firstUsedAt;
    }

    /** When it first authenticated since its last proof, with any credentials; {@code null} before that. */
    public @Nullable Instant heardAt() {
        return heardBeforeAt == null ? firstUsedAt : heardBeforeAt;
    }

    /** Since when its credentials are suspended, {@code null} if they are not. */
    public @Nullable Instant suspendedAt() {
        return suspendedAt;
    }

    /** Since when one more proof may give it new credentials, {@code null} if only the policy decides. */
    public @Nullable Instant reprovisioningAllowedAt() {
        return reprovisioningAllowedAt;
    }

    public boolean isReprovisioningAllowed() {
        return reprovisioningAllowedAt != null;
    }

    /** When it last authenticated, exact to five minutes; {@code null} if it never has. */
    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** When the platform last had a sign of it: its last authentication, or its creation if it never has authenticated. */
    public Instant lastSignAt() {
        return lastUsedAt == null ? createdAt : lastUsedAt;
    }

    /** When it becomes or became invalid, perhaps in the future; {@code null} if no end is known. */
    public @Nullable Instant invalidatedAt() {
        return invalidatedAt;
    }
}
