package dev.muster.domain.trust.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair KEYS = CertificateIssuer.newRootKeys(RANDOM);
    private static final X509Certificate ROOT = CertificateIssuer.platformRoot(
            CertificateSubject.of("Muster", "Root"), KEYS, Instant.parse("2026-01-01T00:00:00Z"), RANDOM);

    @Test
    void certificateSurvivesTheRoundTrip() {
        String pem = Pem.encode(ROOT);
        assertThat(pem)
                .startsWith("-----BEGIN CERTIFICATE-----\n")
                .endsWith("\n-----END CERTIFICATE-----\n")
                .doesNotContain("\r");
        assertThat(pem.lines()).allMatch(line -> line.length() <= 64);
        assertThat(Pem.certificate(pem)).isEqualTo(ROOT);
        assertThat(Pem.certificate(pem.replace("\n", "\r\n"))).isEqualTo(ROOT);
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072", "ED25519"})
    void publicKeySurvivesTheRoundTrip(KeyAlgorithm algorithm) {
        KeyPair keys = algorithm.generate(RANDOM);
        assertThat(Pem.publicKey(Pem.encode(keys.getPublic()))).isEqualTo(keys.getPublic());
        assertThat(Pem.encode(keys.getPrivate()))
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("\n-----END PRIVATE KEY-----\n");
    }

    /** OpenSSL 3.0 reads only version 1 of PKCS#8. */
    @Test
    void aPrivateKeyComesWithoutItsPublicHalf() throws Exception {
        KeyPair keys = KeyAlgorithm.ED25519.generate(RANDOM);
        String base64 = Pem.encode(keys.getPrivate()).replaceAll("-----[A-Z ]+-----", "");
        PrivateKeyInfo shown =
                PrivateKeyInfo.getInstance(Base64.getMimeDecoder().decode(base64));

        assertThat(shown.hasPublicKey()).isFalse();
        assertThat(shown.getVersion().intValueExact()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
                "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n"
            })
    void refusesWhatIsNoCertificateOrKey(String pem) {
        assertThatThrownBy(() -> Pem.certificate(pem)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pem.publicKey(pem)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTwoCertificatesAPrivateKeyAndOtherText() {
        String pem = Pem.encode(ROOT);
        assertThatThrownBy(() -> Pem.certificate("text\n" + pem)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pem.certificate(pem.replaceFirst("\n", "\nProc-Type: 4\n")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pem.certificate(pem + pem)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pem.publicKey(Pem.encode(KEYS.getPrivate())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
