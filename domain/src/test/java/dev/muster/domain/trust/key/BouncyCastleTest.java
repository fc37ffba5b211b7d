package dev.muster.domain.trust.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys are read in a JVM that has done nothing before, as a command has. */
class BouncyCastleTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "ED25519", "RSA_3072"})
    void aFreshJvmReadsKeys(KeyAlgorithm algorithm) throws Exception {
        KeyPair keys = algorithm.generate(RANDOM);
        String expected =
                keys.getPrivate().getAlgorithm() + " " + keys.getPublic().getAlgorithm();

        Process fresh = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        encoded(keys.getPrivate().getEncoded()),
                        encoded(keys.getPublic().getEncoded()))
                .redirectErrorStream(true)
                .start();

        assertThat(new String(fresh.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo(expected);
    }

    private static String encoded(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    /** What the fresh JVM does. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] keys) throws IOException {
            Base64.Decoder base64 = Base64.getDecoder();
            System.out.println(BouncyCastle.privateKey(PrivateKeyInfo.getInstance(base64.decode(keys[0])))
                            .getAlgorithm()
                    + " "
                    + BouncyCastle.publicKey(SubjectPublicKeyInfo.getInstance(base64.decode(keys[1])))
                            .getAlgorithm());
        }
    }
}
