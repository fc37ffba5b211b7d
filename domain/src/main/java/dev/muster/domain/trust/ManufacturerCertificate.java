package dev.muster.domain.trust;

import dev.muster.domain.manufacturer.Manufacturer;
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
import java.util.Objects;
import java.util.UUID;

/**
 * The X.509 certificate, issued by the platform, by which a manufacturer's devices prove where they come from. Its
 * private key and its access token were shown once and are not here. Deleting it is revoking it: it stays as a
 * tombstone, proofs by it are refused, and every device it proved is invalid from that moment, because a device's
 * validity is read from here. Expiry ends new proofs alone.
 */
@Entity
@Table(name = "manufacturer_certificate")
public class ManufacturerCertificate {

    @Id
    private UUID id;

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

    private byte[] certificate;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "serial_number")
    private String serialNumber;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "not_after")
    private Instant notAfter;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "max_devices")
    private Integer maxDevices;

    @Column(name = "literal_form")
    private boolean literalForm;

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
        this.id = UUID.randomUUID();
        this.manufacturer = Objects.requireNonNull(manufacturer);
        this.name = request.name().entered();
        this.purpose = request.purpose();
        this.keyAlgorithm = Objects.requireNonNull(keyAlgorithm);
        this.accessKey = Objects.requireNonNull(accessKey);
        this.accessTokenHash = Objects.requireNonNull(accessTokenHash);
        this.certificate = x509.der();
        this.publicKey = x509.publicKey();
        this.serialNumber = x509.serialNumber();
        this.notBefore = x509.notBefore();
        this.notAfter = x509.notAfter();
        this.maxDevices = request.maxDevices();
        this.literalForm = request.literalForm();
        this.createdAt = Objects.requireNonNull(now);
    }

    /** Ends it; a second time changes nothing. */
    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /**
     * Changes what can be changed after its making.
     *
     * @throws ProblemException {@code validation-failed} where the literal form does not go with its purpose and key
     * @throws ProblemException {@code conflict} where it is revoked
     */
    public void change(CertificateChange change, Instant now) {
        if (status(now) == CertificateStatus.REVOKED) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "This certificate is deleted; nothing about it can be changed any more.");
        }
        if (change.literalForm() != null) {
            believeLiteralForm(change.literalForm());
        }
        if (change.changesMaxDevices()) {
            maxDevices = change.maxDevices();
        }
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** Whether its validity is over; the last instant of notAfter is still valid (RFC 5280, section 4.1.2.5). */
    public boolean isExpired(Instant now) {
        return now.isAfter(notAfter);
    }

    /** What a list shows first: revoked, expired or active. */
    public CertificateStatus status(Instant now) {
        if (isRevoked()) {
            return CertificateStatus.REVOKED;
        }
        return isExpired(now) ? CertificateStatus.EXPIRED : CertificateStatus.ACTIVE;
    }

    public UUID id() {
        return id;
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

    /** The size of its key as people name it: of RSA's modulus, or of the curve. */
    public int keyBits() {
        return KeySize.bits(publicKey);
    }

    public String accessKey() {
        return accessKey;
    }

    public String accessTokenHash() {
        return accessTokenHash;
    }

    /** DER. */
    public byte[] certificate() {
        return certificate.clone();
    }

    /** DER SubjectPublicKeyInfo, kept apart so that a proof is verified without decoding the certificate. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Hexadecimal, lower case. */
    public String serialNumber() {
        return serialNumber;
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant notAfter() {
        return notAfter;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant revokedAt() {
        return revokedAt;
    }

    /** How many devices it may prove at most, {@code null} for any number. */
    public Integer maxDevices() {
        return maxDevices;
    }

    /** Whether Cervello's literal proof is believed: a static secret that covers no identifier. */
    public boolean isLiteralForm() {
        return literalForm;
    }

    private void believeLiteralForm(boolean believed) {
        if (believed) {
            LiteralForm.check(purpose, keyAlgorithm);
        }
        literalForm = believed;
    }
}
