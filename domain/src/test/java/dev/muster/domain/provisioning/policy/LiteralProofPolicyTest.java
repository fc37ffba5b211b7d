package dev.muster.domain.provisioning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.proof.Attestation.LiteralProof;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerdict.Rejected;
import dev.muster.domain.provisioning.proof.ProofVerdict.VerifiedLiterally;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralProofPolicyTest {

    private static final String TOKEN = "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k";
    private static final String ACCESS_KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String IDENTIFIER = "aa-bb";
    private static final int LENGTH = 384;
    private static final KeyPair RSA = KeyAlgorithm.RSA_3072.generate(new SecureRandom());
    private static final RSAPrivateKey PRIVATE = (RSAPrivateKey) RSA.getPrivate();
    private static final LiteralProofPolicy POLICY = new LiteralProofPolicy(new SecureRandom());

    @ParameterizedTest
    @ValueSource(strings = {"openssl-2048", "node-3072"})
    void believesWhatOpensslAndNodeMake(String vector) throws IOException {
        assertThat(judge(vector)).isEqualTo(new VerifiedLiterally("AA-BB"));
    }

    @Test
    void aSignatureOfTheTokenIsNotTheToken() throws IOException {
        assertThat(judge("openssl-dgst-2048")).isEqualTo(new Rejected(ProofRejection.WRONG_TOKEN_HASH));
    }

    @Test
    void believesTheTokenInBlockTypeOne() {
        assertThat(judge(raise(block(1, 0xFF, token())))).isEqualTo(new VerifiedLiterally("AA-BB"));
    }

    @Test
    void refusesEveryOtherPadding() {
        byte[] good = block(1, 0xFF, token());
        assertBad(block(0, 0x00, token()));
        assertBad(block(2, 0xFF, token()));
        assertBad(block(1, 0xFE, token()));
        assertBad(with(good, 0, 1));
        assertBad(with(good, 2, 0x00));
        assertBad(with(good, 9, 0x00));
        assertBad(with(good, 10, 0xFE));
        assertBad(with(good, LENGTH - token().length - 1, 0x01));
        assertBad(allFilling());
    }

    @Test
    void eightOctetsOfFillingAreEnoughAndSevenAreNot() {
        byte[] long8 = Arrays.copyOf(token(), LENGTH - 3 - 8);
        byte[] long7 = Arrays.copyOf(token(), LENGTH - 3 - 7);
        assertThat(judge(raise(block(1, 0xFF, long8)))).isEqualTo(new Rejected(ProofRejection.WRONG_TOKEN_HASH));
        assertBad(block(1, 0xFF, long7));
    }

    @Test
    void refusesAnotherToken() {
        byte[] other = Secrets.newAccessToken(new SecureRandom()).getBytes(StandardCharsets.US_ASCII);
        for (byte[] message : new byte[][] {other, {}, (TOKEN + "\n").getBytes(StandardCharsets.US_ASCII)}) {
            assertThat(judge(raise(block(1, 0xFF, message)))).isEqualTo(new Rejected(ProofRejection.WRONG_TOKEN_HASH));
        }
    }

    /** The same number in another form: with zeros before it, or with the modulus added. */
    @Test
    void refusesOtherWaysToWriteTheValue() {
        byte[] value = raise(block(1, 0xFF, token()));
        byte[] longer = new byte[LENGTH + 1];
        System.arraycopy(value, 0, longer, 1, LENGTH);
        assertThat(judge(longer)).isEqualTo(new Rejected(ProofRejection.ENCRYPTION_NOT_OF_KEY));
        assertThat(judge(Arrays.copyOf(value, LENGTH - 1)))
                .isEqualTo(new Rejected(ProofRejection.ENCRYPTION_NOT_OF_KEY));
        assertThat(judge(BigIntegers.asUnsignedByteArray(LENGTH, PRIVATE.getModulus())))
                .isEqualTo(new Rejected(ProofRejection.BAD_ENCRYPTION));
        assertThat(judge(plusModulus())).isEqualTo(new Rejected(ProofRejection.BAD_ENCRYPTION));
    }

    @Test
    void anUnknownAccessKeyAndAnotherKindOfKeyAreRefused() {
        byte[] value = raise(block(1, 0xFF, token()));
        assertThat(judge(Optional.empty(), value)).isEqualTo(new Rejected(ProofRejection.UNKNOWN_ACCESS_KEY));
        ProofVerificationKey other = certificate("ZZZZZZZZZZZZZZZZZZZZZZZZZZ", RSA);
        assertThat(judge(Optional.of(other), value)).isEqualTo(new Rejected(ProofRejection.UNKNOWN_ACCESS_KEY));
        KeyPair ec = KeyAlgorithm.EC_P256.generate(new SecureRandom());
        ProofVerificationKey elliptic = certificate(ACCESS_KEY, ec);
        assertThat(judge(Optional.of(elliptic), value)).isEqualTo(new Rejected(ProofRejection.ENCRYPTION_NOT_OF_KEY));
    }

    @Test
    void theValueIsNotInItsText() {
        assertThat(new LiteralProof(new byte[] {65, 66})).hasToString("LiteralProof[2 octets]");
    }

    private static void assertBad(byte[] block) {
        assertThat(judge(raise(block))).isEqualTo(new Rejected(ProofRejection.BAD_ENCRYPTION));
    }

    private static ProofVerdict judge(byte[] value) {
        return judge(Optional.of(certificate(ACCESS_KEY, RSA)), value);
    }

    private static ProofVerdict judge(Optional<ProofVerificationKey> key, byte[] value) {
        ProofContext context = new ProofContext(
                ACCESS_KEY, key, Optional.empty(), IDENTIFIER, text -> text.toUpperCase(Locale.ROOT), Instant.EPOCH);
        return POLICY.judge(context, new LiteralProof(value));
    }

    private static ProofVerdict judge(String vector) throws IOException {
        Properties properties = new Properties();
        try (InputStream file =
                LiteralProofPolicyTest.class.getResourceAsStream("/literal-proof/" + vector + ".properties")) {
            properties.load(file);
        }
        ProofVerificationKey certificate = new ProofVerificationKey(
                ACCESS_KEY,
                KeyAlgorithm.RSA_3072,
                Base64.getDecoder().decode(properties.getProperty("publicKey")),
                Secrets.sha256Base64Url(TOKEN));
        byte[] value = Base64.getDecoder().decode(properties.getProperty("encryptionResult"));
        return judge(Optional.of(certificate), value);
    }

    private static ProofVerificationKey certificate(String accessKey, KeyPair keys) {
        return new ProofVerificationKey(
                accessKey, KeyAlgorithm.RSA_3072, keys.getPublic().getEncoded(), Secrets.sha256Base64Url(TOKEN));
    }

    private static byte[] token() {
        return TOKEN.getBytes(StandardCharsets.US_ASCII);
    }

    /** 00, the type, padding, 00, the message; as long as the modulus. */
    private static byte[] block(int type, int filling, byte[] message) {
        byte[] block = new byte[LENGTH];
        Arrays.fill(block, (byte) filling);
        block[0] = 0;
        block[1] = (byte) type;
        block[LENGTH - message.length - 1] = 0;
        System.arraycopy(message, 0, block, LENGTH - message.length, message.length);
        return block;
    }

    private static byte[] allFilling() {
        byte[] block = new byte[LENGTH];
        Arrays.fill(block, (byte) 0xFF);
        block[0] = 0;
        block[1] = 1;
        return block;
    }

    private static byte[] with(byte[] block, int index, int octet) {
        byte[] changed = block.clone();
        changed[index] = (byte) octet;
        return changed;
    }

    /** The private key's result for a block that a correct program never makes. */
    private static byte[] raise(byte[] block) {
        BigInteger number = new BigInteger(1, block).modPow(PRIVATE.getPrivateExponent(), PRIVATE.getModulus());
        return BigIntegers.asUnsignedByteArray(LENGTH, number);
    }

    /**
     * A correctly padded value plus the modulus, in the same number of octets. Some message has one, because moduli
     * begin with 11.
     */
    private static byte[] plusModulus() {
        for (int i = 0; i < 1000; i++) {
            byte[] message = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
            BigInteger sum = new BigInteger(1, raise(block(1, 0xFF, message))).add(PRIVATE.getModulus());
            if (sum.bitLength() <= LENGTH * 8) {
                return BigIntegers.asUnsignedByteArray(LENGTH, sum);
            }
        }
        throw new AssertionError("no value is small enough");
    }
}
