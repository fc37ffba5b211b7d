package dev.muster.domain.trust.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.key.BouncyCastle;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK, which is another program, reads what is made here. */
class Pkcs12Test {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final KeyPair ROOT_KEYS = CertificateIssuer.newRootKeys(RANDOM);
    private static final X509Certificate ROOT =
            CertificateIssuer.platformRoot(CertificateSubject.of("Muster", "Muster root"), ROOT_KEYS, NOW, RANDOM);
    private static final CertificateIssuer ISSUER = new CertificateIssuer(ROOT, ROOT_KEYS.getPrivate());
    private static final String PASSPHRASE = " ~p@ss phrase\"\\ ";

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void anotherProgramFindsKeyCertificateAndChain(String kind) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance(kind, BouncyCastle.PROVIDER).generateKeyPair();
        X509Certificate certificate = issue(keys, "#Line 1, \"Ünal\"");

        KeyStore store = read(pkcs12(keys, certificate), PASSPHRASE);

        String alias = store.aliases().nextElement();
        assertThat(alias).isEqualToIgnoringCase("#Line 1, \"Ünal\"");
        assertThat(store.getKey(alias, PASSPHRASE.toCharArray()).getEncoded()).isEqualTo(jdkForm(keys));
        assertThat(store.getCertificateChain(alias)).containsExactly(certificate, ROOT);
    }

    @Test
    void anotherPassphraseDoesNotOpenIt() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER).generateKeyPair();
        byte[] file = pkcs12(keys, issue(keys, "Line 1"));

        assertThatThrownBy(() -> read(file, PASSPHRASE + " ")).hasMessageContaining("password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "-----BEGIN PRIVATE KEY-----\nU0VDUkVU\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n"
            })
    void whatIsNoKeyIsRefusedAndNotRepeated(String key) {
        Pkcs12 pkcs12 = new Pkcs12(new Passphrase(PASSPHRASE), RANDOM);
        String root = Pem.encode(ROOT);

        assertThatThrownBy(() -> pkcs12.of(key, root, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "pässphrase", "pass\tphrase", "passphrase\u007f"})
    void passphrasesThatProgramsReadDifferentlyAreRefused(String passphrase) {
        assertThatThrownBy(() -> new Passphrase(passphrase)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPassphraseHas8To128Characters() {
        assertThatCode(() -> new Passphrase("x".repeat(8))).doesNotThrowAnyException();
        assertThatCode(() -> new Passphrase("x".repeat(128))).doesNotThrowAnyException();
    }

    @Test
    void aPassphraseDoesNotShowItself() {
        assertThat(new Passphrase("12345678")).hasToString("Passphrase");
        assertThatThrownBy(() -> new Passphrase("x".repeat(129))).hasMessageContaining("129");
    }

    private static byte[] pkcs12(KeyPair keys, X509Certificate certificate) {
        return new Pkcs12(new Passphrase(PASSPHRASE), RANDOM)
                .of(Pem.encode(keys.getPrivate()), Pem.encode(certificate), Pem.encode(ROOT));
    }

    private static X509Certificate issue(KeyPair keys, String name) {
        return ISSUER.proof(
                CertificateSubject.of("Acme", name),
                keys.getPublic(),
                365,
                URI.create("https://muster.example/crl"),
                NOW,
                RANDOM);
    }

    private static KeyStore read(byte[] file, String passphrase) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12", "SunJSSE");
        store.load(new ByteArrayInputStream(file), passphrase.toCharArray());
        return store;
    }

    /** The JDK drops what is optional in an encoding, so both are brought to the form of the file. */
    private static byte[] jdkForm(KeyPair keys) throws Exception {
        byte[] plain = Pem.privateKey(Pem.encode(keys.getPrivate())).getEncoded();
        return java.security.KeyFactory.getInstance(
                        keys.getPrivate().getAlgorithm().replace("Ed25519", "EdDSA"))
                .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(plain))
                .getEncoded();
    }
}
