package dev.muster.domain.trust;

import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.path.Issuer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that is a device's credential. It is for the device's own key, and the authority of the device's
 * organization issues it.
 *
 * <p>A renewal gives the device a further certificate, whose first use revokes the earlier ones. Each renewal revokes
 * all certificates except the one that the device shows, so a device has at most {@value #MOST}. New credentials and
 * the end of the device revoke all its certificates. A row stays as a tombstone even if its device is deleted: the
 * server can explain why a later use fails, and the revocation list can name the certificate.
 */
@Entity
@Table(name = "credential_certificate")
public class CredentialCertificate extends RevocableCertificate {

    /** How many certificates of a device are valid at most: the current one and its successor. */
    public static final int MOST = 2;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "issuer_id")
    private Issuer issuer;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "proved_by")
    private ManufacturerCertificate provedBy;

    /** The database sets it to null when the device is deleted. */
    @Column(name = "device_id", updatable = false)
    private @Nullable UUID deviceId;

    private String fingerprint;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "first_used_at")
    private @Nullable Instant firstUsedAt;

    private boolean renewal;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected CredentialCertificate() {}

    /**
     * @param provedBy the manufacturer's certificate that proved the device
     * @param x509 the certificate as issued
     * @param renewal whether the device got it for another certificate, not for a proof
     */
    public CredentialCertificate(
            Issuer issuer,
            ManufacturerCertificate provedBy,
            UUID deviceId,
            IssuedX509 x509,
            boolean renewal,
            Instant now) {
        super(x509);
        this.renewal = renewal;
        this.issuer = Objects.requireNonNull(issuer);
        this.provedBy = Objects.requireNonNull(provedBy);
        this.deviceId = Objects.requireNonNull(deviceId);
        this.fingerprint = fingerprint(x509.der());
        this.issuedAt = Objects.requireNonNull(now);
    }

    /**
     * The value that a certificate is found by.
     *
     * @param der the certificate
     * @return 43 characters: base64url, without padding, of its SHA-256
     */
    public static String fingerprint(byte[] der) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(der);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether this is the same certificate, byte for byte. */
    public boolean is(byte[] der) {
        return Arrays.equals(certificate(), der);
    }

    /** Whether it is not accepted any more, whatever its dates and its device say. */
    public boolean isRevoked() {
        return revokedAt() != null || deviceId == null;
    }

    public Issuer issuer() {
        return issuer;
    }

    public ManufacturerCertificate provedBy() {
        return provedBy;
    }

    /** {@code null} if the device is deleted. */
    public @Nullable UUID deviceId() {
        return deviceId;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** {@code null} before its first use. */
    public @Nullable Instant firstUsedAt() {
        return firstUsedAt;
    }
}
