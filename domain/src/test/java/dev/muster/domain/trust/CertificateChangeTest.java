package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificateChangeTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ACCESS_KEY = "ABCDEFGHIJKLMNOPQRSTUVWX27";

    @Test
    void mostDevicesAreSetAndLifted() {
        ManufacturerCertificate certificate = certificate(CertificatePurpose.PROOF, KeyAlgorithm.EC_P256);
        certificate.change(CertificateChange.maxDevices(3), NOW);
        assertThat(certificate.maxDevices()).isEqualTo(3);
        certificate.change(CertificateChange.literalForm(false), NOW);
        assertThat(certificate.maxDevices()).isEqualTo(3);
        certificate.change(CertificateChange.maxDevices(null), NOW);
        assertThat(certificate.maxDevices()).isNull();
    }

    @Test
    void literalFormIsTurnedOnAndOffForAProofWithRsa() {
        ManufacturerCertificate certificate = certificate(CertificatePurpose.PROOF, KeyAlgorithm.RSA);
        certificate.change(CertificateChange.literalForm(true), NOW);
        assertThat(certificate.isLiteralForm()).isTrue();
        certificate.change(CertificateChange.maxDevices(1), NOW);
        assertThat(certificate.isLiteralForm()).isTrue();
        certificate.change(CertificateChange.literalForm(false), NOW);
        assertThat(certificate.isLiteralForm()).isFalse();
    }

    @Test
    void literalFormStaysOffForEverythingElse() {
        for (ManufacturerCertificate certificate : new ManufacturerCertificate[] {
            certificate(CertificatePurpose.PROOF, KeyAlgorithm.EC_P384),
            certificate(CertificatePurpose.PROOF, KeyAlgorithm.ED25519),
            certificate(CertificatePurpose.DEVICE_CA, KeyAlgorithm.RSA_3072)
        }) {
            assertRefused(certificate, CertificateChange.literalForm(true), ProblemCode.VALIDATION_FAILED);
            assertThat(certificate.isLiteralForm()).isFalse();
        }
    }

    @Test
    void tombstoneIsNotChanged() {
        ManufacturerCertificate certificate = certificate(CertificatePurpose.PROOF, KeyAlgorithm.EC_P256);
        certificate.revoke(RevocationReason.KEY_COMPROMISE, NOW);
        assertRefused(certificate, CertificateChange.maxDevices(3), ProblemCode.CONFLICT);
        assertThat(certificate.maxDevices()).isNull();
    }

    private static void assertRefused(
            ManufacturerCertificate certificate, CertificateChange change, ProblemCode expected) {
        assertThatThrownBy(() -> certificate.change(change, NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(expected));
    }

    /** The content of the X.509 certificate does not matter here. */
    private static ManufacturerCertificate certificate(CertificatePurpose purpose, KeyAlgorithm algorithm) {
        Manufacturer manufacturer = new Manufacturer(
                new TenantName("Acme"), IdentifierRules.of(IdentifierScheme.IMEI), EnrollmentPolicy.OPEN, NOW);
        CertificateKey outside = new CertificateKey.Requested(new byte[0]);
        CertificateRequest request = new CertificateRequest(new TenantName("x"), purpose, outside, 1, null, false);
        return new ManufacturerCertificate(manufacturer, request, algorithm, ACCESS_KEY, "hash", x509(), NOW);
    }

    private static IssuedX509 x509() {
        KeyPair root = CertificateIssuer.newRootKeys(RANDOM);
        X509Certificate authority =
                CertificateIssuer.platformRoot(CertificateSubject.of("Muster", "Root"), root, NOW, RANDOM);
        PublicKey key = KeyAlgorithm.EC_P256.generate(RANDOM).getPublic();
        CertificateSubject subject = new CertificateSubject("Acme", "x", ACCESS_KEY);
        return IssuedX509.of(new CertificateIssuer(authority, root.getPrivate())
                .proof(subject, key, 1, URI.create("https://muster.example/crl"), NOW, RANDOM));
    }
}
