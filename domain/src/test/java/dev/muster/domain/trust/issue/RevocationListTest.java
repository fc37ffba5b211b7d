package dev.muster.domain.trust.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevocationListTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final BigInteger NUMBER = BigInteger.valueOf(77);

    private final SecureRandom random = new SecureRandom();
    private final KeyPair keys = CertificateIssuer.newRootKeys(random);
    private final X509Certificate root =
            CertificateIssuer.platformRoot(CertificateSubject.of("Muster", "Root"), keys, NOW, random);
    private final CertificateIssuer issuer = new CertificateIssuer(root, keys.getPrivate());

    @Test
    void namesWhatIsRevokedAndWhen() throws Exception {
        Instant revokedAt = NOW.minusSeconds(60);
        X509CRL list = parse(List.of(revoked(BigInteger.TEN, revokedAt, RevocationReason.UNSPECIFIED)), NOW);

        assertThat(list.getRevokedCertificates()).hasSize(1);
        assertThat(list.getRevokedCertificate(BigInteger.TEN).getRevocationDate())
                .isEqualTo(Date.from(revokedAt));
        assertThat(list.getRevokedCertificate(BigInteger.ONE)).isNull();
    }

    @Test
    void namesTheReasonUnlessThereIsNone() throws Exception {
        X509CRL list = parse(
                List.of(
                        revoked(BigInteger.ONE, NOW, RevocationReason.UNSPECIFIED),
                        revoked(BigInteger.TWO, NOW, RevocationReason.KEY_COMPROMISE),
                        revoked(BigInteger.TEN, NOW, RevocationReason.SUPERSEDED)),
                NOW);

        assertThat(list.getRevokedCertificate(BigInteger.ONE).hasExtensions()).isFalse();
        assertThat(list.getRevokedCertificate(BigInteger.TWO).getRevocationReason())
                .isEqualTo(CRLReason.KEY_COMPROMISE);
        assertThat(list.getRevokedCertificate(BigInteger.TEN).getRevocationReason())
                .isEqualTo(CRLReason.SUPERSEDED);
    }

    @Test
    void hasTheNumberThatItWasGiven() throws Exception {
        byte[] extension = parse(List.of(), NOW).getExtensionValue("2.5.29.20");

        // an OCTET STRING of 3 octets: an INTEGER of one, 77
        assertThat(extension).containsExactly(4, 3, 2, 1, 77);
    }

    @Test
    void isSignedByItsIssuerAndGoodForADay() throws Exception {
        X509CRL list = parse(List.of(), NOW);

        assertThatCode(() -> list.verify(root.getPublicKey())).doesNotThrowAnyException();
        assertThat(list.getIssuerX500Principal()).isEqualTo(root.getSubjectX500Principal());
        assertThat(list.getThisUpdate()).isEqualTo(Date.from(NOW));
        assertThat(list.getNextUpdate()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(1))));
        assertThat(list.getRevokedCertificates()).isNull();
    }

    @Test
    void carriesWhatRfc5280Demands() throws Exception {
        X509CRL list = parse(List.of(), NOW);

        assertThat(list.getVersion()).isEqualTo(2);
        assertThat(list.getNonCriticalExtensionOIDs()).contains("2.5.29.35", "2.5.29.20");
        assertThat(list.getCriticalExtensionOIDs()).isNullOrEmpty();
    }

    private static RevokedCertificate revoked(BigInteger serialNumber, Instant at, RevocationReason reason) {
        return new RevokedCertificate(serialNumber, at, reason);
    }

    private X509CRL parse(List<RevokedCertificate> revoked, Instant now) throws Exception {
        byte[] der = issuer.revocationList(revoked, NUMBER, now, random);
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }
}
