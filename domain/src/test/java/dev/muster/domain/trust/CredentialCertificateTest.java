package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.path.Issuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialCertificateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOT_AFTER = NOW.plus(Duration.ofDays(90));
    private static final byte[] DER = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final IssuedX509 X509 = new IssuedX509(DER, new byte[] {1}, "1f", NOW, NOT_AFTER);
    private static final UUID DEVICE = UUID.randomUUID();

    private final CredentialCertificate certificate = certificate();

    @Test
    void isItselfByteForByte() {
        assertThat(certificate.is(DER.clone())).isTrue();
        assertThat(certificate.is(new byte[] {'a', 'b', 'd'})).isFalse();
        assertThat(certificate.is(new byte[] {'a', 'b'})).isFalse();
    }

    @Test
    void belongsToItsDeviceAndIsUnusedAtFirst() {
        assertThat(certificate.deviceId()).isEqualTo(DEVICE);
        assertThat(certificate.firstUsedAt()).isNull();
        assertThat(certificate.serialNumber()).isEqualTo("1f");
        assertThat(certificate.isRevoked()).isFalse();
    }

    @Test
    void aRevocationCounts() {
        certificate.revokeFrom(NOW, RevocationReason.SUPERSEDED);

        assertThat(certificate.isRevoked()).isTrue();
        assertThat(certificate.revokedAt()).isEqualTo(NOW);
        assertThat(certificate.revocationReason()).isEqualTo(RevocationReason.SUPERSEDED);
    }

    @Test
    void aRevocationThatIsTakenBackDoesNotCount() {
        certificate.revokeFrom(NOW, RevocationReason.SUPERSEDED);
        certificate.revokeFrom(null, null);

        assertThat(certificate.isRevoked()).isFalse();
        assertThat(certificate.revocationReason()).isNull();
    }

    /** As JPA reads it from the row that is left: the database has set the device's id to null. */
    @Test
    void theDeletionOfTheDeviceRevokesIt() {
        assertThat(new CredentialCertificate().isRevoked()).isTrue();
    }

    @Test
    void isValidInItsLastInstant() {
        assertThat(certificate.isExpired(NOT_AFTER)).isFalse();
        assertThat(certificate.isExpired(NOT_AFTER.plusNanos(1))).isTrue();
    }

    /** The hash of "abc", the first example of FIPS 180-2 (appendix B.1), in base64url. */
    @Test
    void isFoundByItsSha256() {
        assertThat(CredentialCertificate.fingerprint(DER)).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    private static CredentialCertificate certificate() {
        Manufacturer maker = new Manufacturer(
                new TenantName("Maker"), IdentifierRules.of(IdentifierScheme.ANY), EnrollmentPolicy.OPEN, NOW);
        ManufacturerCertificate provedBy = new ManufacturerCertificate(
                maker,
                CertificateRequest.proof(new TenantName("line 1"), KeyAlgorithm.EC_P256, 365),
                KeyAlgorithm.EC_P256,
                "A".repeat(26),
                "hash",
                X509,
                NOW);
        Issuer issuer = new Issuer(UUID.randomUUID(), "organization", new byte[] {1}, new byte[] {2}, NOW);
        return new CredentialCertificate(issuer, provedBy, DEVICE, X509, false, NOW);
    }
}
