package dev.muster.domain.trust;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.VerificationKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The X.509 certificate with which a manufacturer's devices prove where they come from. The platform issues it. Its
 * private key and its access token were shown once and are not stored.
 *
 * <p>To delete a certificate means to revoke it. The row stays as a tombstone, the server refuses proofs with the
 * certificate, and the devices that it proved are invalid from that instant on. A manager can plan the revocation, and
 * can move or cancel the plan until its instant comes. Then nothing has to run, because every reader compares the
 * instant with the time. An expired certificate allows no new proofs, but the devices that it proved stay valid.
 */
@Entity
@Table(name = "manufacturer_certificate")
public class ManufacturerCertificate extends RevocableCertificate {

    /** The longest life of a certificate (protocol.md, Certificates). A later date is a typing error. */
    private static final Duration LONGEST_PLAN = Duration.ofDays(3650);

    @ManyToOne(optional = false)
    @JoinColumn(name = "manufacturer_id")
    private Manufacturer manufacturer;

    private String name;

    @Enumerated(EnumType.STRING)
    private CertificatePurpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "key_algorithm")
    private KeyAlgorithm keyAlgorithm;

    @Column(name = "access_key")
    private String accessKey;

    @Column(name = "access_token_hash")
    private String accessTokenHash;

    @Column(name = "public_key")
    private byte[] publicKey;

    /** The device root that has signed it; every stored certificate has one. */
    @Column(name = "issuer_id", updatable = false)
    private @Nullable UUID issuerId;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "max_devices")
    private @Nullable Integer maxDevices;

    @Column(name = "literal_form")
    private boolean literalForm;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected ManufacturerCertificate() {}

    /**
     * @param keyAlgorithm of the certificate's key
     * @param accessTokenHash base64url, without padding, of the access token's SHA-256
     * @param x509 the certificate as issued
     */
    public ManufacturerCertificate(
            Manufacturer manufacturer,
            CertificateRequest request,
            KeyAlgorithm keyAlgorithm,
            String accessKey,
            String accessTokenHash,
            IssuedX509 x509,
            Instant now) {
        super(x509);
        this.manufacturer = Objects.requireNonNull(manufacturer);
        this.name = request.name().entered();
        this.purpose = request.purpose();
        this.keyAlgorithm = Objects.requireNonNull(keyAlgorithm);
        this.accessKey = Objects.requireNonNull(accessKey);
        this.accessTokenHash = Objects.requireNonNull(accessTokenHash);
        this.publicKey = x509.publicKey();
        this.notBefore = x509.notBefore();
        this.maxDevices = request.maxDevices();
        this.literalForm = request.literalForm();
        this.createdAt = Objects.requireNonNull(now);
    }

    /** Revokes it now, whatever was planned. A revoked certificate stays as it is. */
    public void revoke(RevocationReason reason, Instant now) {
        if (!isRevoked(now)) {
            revokeFrom(now, Objects.requireNonNull(reason));
        }
    }

    /**
     * Changes the settings that can change after issuance.
     *
     * @throws ProblemException {@code validation-failed} if the literal form does not fit the purpose and the key
     * @throws ProblemException {@code conflict} if it is revoked
     */
    public void change(CertificateChange change, Instant now) {
        requireNotRevoked(now);
        if (change.literalForm() != null) {
            if (change.literalForm()) {
                purpose.checkLiteralForm(keyAlgorithm);
            }
            literalForm = change.literalForm();
        }
        if (change.changesMaxDevices()) {
            maxDevices = change.maxDevices();
        }
    }

    /**
     * Plans its revocation, or moves the plan.
     *
     * @param at after now, by at most 3,650 days; may be later than the certificate's expiry, which its devices survive
     * @throws ProblemException {@code validation-failed} if the instant is out of these bounds
     * @throws ProblemException {@code conflict} if it is revoked
     */
    public void planRevocation(Instant at, RevocationReason reason, Instant now) {
        requireNotRevoked(now);
        if (!at.isAfter(now)) {
            throw ProblemException.invalid("A planned revocation must be in the future; this time is past.");
        }
        if (at.isAfter(now.plus(LONGEST_PLAN))) {
            throw ProblemException.invalid(
                    "A revocation can be planned at most " + LONGEST_PLAN.toDays() + " days ahead; check the year.");
        }
        revokeFrom(at, Objects.requireNonNull(reason));
    }

    /**
     * Cancels a planned revocation.
     *
     * @throws ProblemException {@code conflict} if its instant has come
     * @throws ProblemException {@code not-found} if none is planned
     */
    public void cancelRevocation(Instant now) {
        requireNotRevoked(now);
        if (revokedAt() == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "No revocation of this certificate is planned.");
        }
        revokeFrom(null, null);
    }

    private void requireNotRevoked(Instant now) {
        if (isRevoked(now)) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "The certificate is revoked, so it cannot be changed any more.");
        }
    }

    /** Whether it is revoked. At the planned instant it is already revoked. */
    public boolean isRevoked(Instant now) {
        return revokedAt() != null && !now.isBefore(revokedAt());
    }

    /** When it is going to be revoked; empty if that is not planned, or has come. */
    public Optional<Instant> plannedRevocation(Instant now) {
        return isRevoked(now) ? Optional.empty() : Optional.ofNullable(revokedAt());
    }

    /** Revoked before expired, expired before active; a certificate whose revocation is only planned is not revoked. */
    public CertificateStatus status(Instant now) {
        if (isRevoked(now)) {
            return CertificateStatus.REVOKED;
        }
        return isExpired(now) ? CertificateStatus.EXPIRED : CertificateStatus.ACTIVE;
    }

    /** Says which device root has signed it; before it is stored. */
    public ManufacturerCertificate signedBy(UUID root) {
        this.issuerId = Objects.requireNonNull(root);
        return this;
    }

    /** The device root that has signed it. */
    public UUID issuerId() {
        return Objects.requireNonNull(issuerId);
    }

    public Manufacturer manufacturer() {
        return manufacturer;
    }

    public String name() {
        return name;
    }

    public CertificatePurpose purpose() {
        return purpose;
    }

    public KeyAlgorithm keyAlgorithm() {
        return keyAlgorithm;
    }

    /** The size of its key as {@link VerificationKey#bits} counts it. */
    public int keyBits() {
        return VerificationKey.bits(publicKey);
    }

    public String accessKey() {
        return accessKey;
    }

    public String accessTokenHash() {
        return accessTokenHash;
    }

    /**
     * DER SubjectPublicKeyInfo. It is stored on its own so that a proof is verified without decoding the certificate.
     */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public RemainingValidity remaining(Instant now) {
        return new RemainingValidity(notBefore, notAfter(), now);
    }

    /** Whether its manager should make a successor: it still proves devices, but not for long. */
    public boolean isExpiringSoon(Instant now) {
        return status(now) == CertificateStatus.ACTIVE && remaining(now).isShort();
    }

    /** The most devices that it may prove; {@code null} for any number. */
    public @Nullable Integer maxDevices() {
        return maxDevices;
    }

    /** Whether it accepts Cervello's literal proof, a static secret that does not cover the identifier. */
    public boolean isLiteralForm() {
        return literalForm;
    }
}
