package dev.muster.domain.trust;

import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.issue.RevocationReason;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A certificate that the platform has issued and stored, and that a revocation list can name. */
@MappedSuperclass
public abstract class RevocableCertificate {

    @Id
    private UUID id;

    private byte[] certificate;

    @Column(name = "serial_number")
    private String serialNumber;

    @Column(name = "not_after")
    private Instant notAfter;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "revocation_reason")
    private @Nullable RevocationReason revocationReason;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected RevocableCertificate() {}

    /** @param x509 the certificate as issued */
    protected RevocableCertificate(IssuedX509 x509) {
        this.id = UUID.randomUUID();
        this.certificate = x509.der();
        this.serialNumber = x509.serialNumber();
        this.notAfter = x509.notAfter();
    }

    /** Revokes it from an instant on; {@code null} for both cancels a planned revocation. */
    protected final void revokeFrom(@Nullable Instant instant, @Nullable RevocationReason reason) {
        revokedAt = instant;
        revocationReason = reason;
    }

    /** Whether its validity is over; the last instant of notAfter is still valid (RFC 5280 section 4.1.2.5). */
    public boolean isExpired(Instant now) {
        return now.isAfter(notAfter);
    }

    public UUID id() {
        return id;
    }

    /** DER. */
    public byte[] certificate() {
        return certificate.clone();
    }

    /** Hexadecimal, lower case. */
    public String serialNumber() {
        return serialNumber;
    }

    public Instant notAfter() {
        return notAfter;
    }

    /** From when it is revoked, which may be in the future; {@code null} if no revocation is known. */
    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    /** Why it is or will be revoked; {@code null} if no revocation is known. */
    public @Nullable RevocationReason revocationReason() {
        return revocationReason;
    }
}
