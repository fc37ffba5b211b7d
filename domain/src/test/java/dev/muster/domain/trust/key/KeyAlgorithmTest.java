package dev.muster.domain.trust.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.trust.CertificateKey;
import dev.muster.domain.trust.CertificatePurpose;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAlgorithmTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @CsvSource({"EC_P256, 256", "EC_P384, 384", "RSA_3072, 3072", "RSA_4096, 4096", "ED25519, 256"})
    void whatIsMadeHereIsKnownByItsKey(KeyAlgorithm algorithm, int bits) {
        byte[] key = algorithm.generate(RANDOM).getPublic().getEncoded();
        assertThat(KeyAlgorithm.of(key)).contains(algorithm);
        assertThat(VerificationKey.bits(key)).isEqualTo(bits);
        assertThat(KeyAlgorithm.of(Arrays.copyOf(key, key.length - 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 2560})
    void rsaOfAnotherSizeComesFromOutside(int bits) throws Exception {
        byte[] key = key("RSA", bits);
        assertThat(KeyAlgorithm.of(key)).contains(KeyAlgorithm.RSA);
        assertThat(VerificationKey.bits(key)).isEqualTo(bits);
        assertThat(KeyAlgorithm.offered()).doesNotContain(KeyAlgorithm.RSA);
        assertThatThrownBy(() -> KeyAlgorithm.RSA.generate(RANDOM)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> new CertificateKey.Generated(KeyAlgorithm.RSA))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherKeysAreOfNoKind() throws Exception {
        KeyPairGenerator p521 = KeyPairGenerator.getInstance("EC");
        p521.initialize(new ECGenParameterSpec("secp521r1"));
        assertThat(KeyAlgorithm.of(p521.generateKeyPair().getPublic().getEncoded()))
                .isEmpty();
        assertThat(KeyAlgorithm.of(key("RSA", 1024))).isEmpty();
        assertThat(KeyAlgorithm.of(key("DSA", 2048))).isEmpty();
        assertThat(KeyAlgorithm.of(key("X25519", 255))).isEmpty();
        assertThat(KeyAlgorithm.of(key("Ed448", 448))).isEmpty();
        assertThat(KeyAlgorithm.of(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_3072", "RSA_4096", "RSA"})
    void rsaSignsProofsInBothWays(KeyAlgorithm algorithm) {
        assertThat(algorithm.isRsa()).isTrue();
        assertThat(algorithm.jwsAlgorithms()).containsExactly(JwsAlgorithm.RS256, JwsAlgorithm.PS256);
    }

    @ParameterizedTest
    @CsvSource({"EC_P256, ES256", "EC_P384, ES384", "ED25519, EdDSA"})
    void theOthersSignInOneWay(KeyAlgorithm algorithm, JwsAlgorithm jws) {
        assertThat(algorithm.isRsa()).isFalse();
        assertThat(algorithm.jwsAlgorithms()).containsExactly(jws);
    }

    @Test
    void aDeviceCaHasNoEd25519Key() {
        assertThat(CertificatePurpose.PROOF.offeredKeys())
                .containsExactly(
                        KeyAlgorithm.EC_P256,
                        KeyAlgorithm.EC_P384,
                        KeyAlgorithm.RSA_3072,
                        KeyAlgorithm.RSA_4096,
                        KeyAlgorithm.ED25519);
        assertThat(CertificatePurpose.DEVICE_CA.offeredKeys())
                .containsExactly(
                        KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P384, KeyAlgorithm.RSA_3072, KeyAlgorithm.RSA_4096);
    }

    private static byte[] key(String family, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
        if (family.startsWith("RSA") || family.startsWith("DSA")) {
            generator.initialize(bits);
        }
        return generator.generateKeyPair().getPublic().getEncoded();
    }
}
