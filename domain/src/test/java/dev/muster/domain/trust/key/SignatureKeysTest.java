package dev.muster.domain.trust.key;

import static dev.muster.domain.trust.key.SignatureFixture.EC;
import static dev.muster.domain.trust.key.SignatureFixture.ED;
import static dev.muster.domain.trust.key.SignatureFixture.INPUT;
import static dev.muster.domain.trust.key.SignatureFixture.P384;
import static dev.muster.domain.trust.key.SignatureFixture.RSA;
import static dev.muster.domain.trust.key.SignatureFixture.ecKey;
import static dev.muster.domain.trust.key.SignatureFixture.edKey;
import static dev.muster.domain.trust.key.SignatureFixture.key;
import static dev.muster.domain.trust.key.SignatureFixture.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.TestKeys;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys with which no signature is valid. */
class SignatureKeysTest {

    /** The neutral point, one of the eight of small order. Every signature with R = S B would be valid for it. */
    @Test
    void refusesAnEd25519KeyThatIsNobodys() throws Exception {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        byte[] signature = new byte[64];
        signature[0] = 1;
        assertThat(SignatureVerifier.verify(edKey(neutral), JwsAlgorithm.EdDSA, INPUT, signature))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAKeyOfEveryOtherKind(JwsAlgorithm algorithm) throws Exception {
        byte[] signature = sign(algorithm, INPUT);
        for (JwsAlgorithm other : JwsAlgorithm.values()) {
            if (key(other) != key(algorithm)) {
                assertThat(SignatureVerifier.verify(key(other), algorithm, INPUT, signature))
                        .isFalse();
                assertThat(SignatureVerifier.verify(key(algorithm), other, INPUT, signature))
                        .isFalse();
            }
        }
    }

    @Test
    void refusesAKeyOfAnotherKind() throws Exception {
        assertThat(SignatureVerifier.verify(RSA.getPublic(), JwsAlgorithm.ES256, INPUT, new byte[64]))
                .isFalse();
        assertThat(SignatureVerifier.verify(EC.getPublic(), JwsAlgorithm.RS256, INPUT, new byte[384]))
                .isFalse();
        byte[] rs256 = sign(JwsAlgorithm.RS256, INPUT);
        assertThat(SignatureVerifier.verify(RSA.getPublic(), JwsAlgorithm.PS256, INPUT, rs256))
                .isFalse();
    }

    @Test
    void refusesBrokenKeysOfP384AndEd25519() throws Exception {
        byte[] es384 = sign(JwsAlgorithm.ES384, INPUT);
        byte[] point = SubjectPublicKeyInfo.getInstance(P384.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        byte[] off = point.clone();
        off[96] ^= 1;
        Stream.of(
                        EC.getPublic().getEncoded(),
                        ecKey(SECObjectIdentifiers.secp256r1, point),
                        ecKey(SECObjectIdentifiers.secp521r1, point),
                        ecKey(SECObjectIdentifiers.secp384r1, off),
                        ecKey(SECObjectIdentifiers.secp384r1, new byte[1]),
                        ecKey(SECNamedCurves.getByOID(SECObjectIdentifiers.secp384r1), point))
                .forEach(key -> assertThat(SignatureVerifier.verify(key, JwsAlgorithm.ES384, INPUT, es384))
                        .isFalse());
        byte[] eddsa = sign(JwsAlgorithm.EdDSA, INPUT);
        byte[] ed = SubjectPublicKeyInfo.getInstance(ED.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        Stream.of(
                        edKey(Arrays.copyOf(ed, 31)),
                        edKey(Arrays.copyOf(ed, 33)),
                        new SubjectPublicKeyInfo(new AlgorithmIdentifier(EdECObjectIdentifiers.id_X25519), ed)
                                .getEncoded(),
                        new SubjectPublicKeyInfo(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed448), ed)
                                .getEncoded(),
                        new SubjectPublicKeyInfo(
                                        new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519, DERNull.INSTANCE), ed)
                                .getEncoded())
                .forEach(key -> assertThat(SignatureVerifier.verify(key, JwsAlgorithm.EdDSA, INPUT, eddsa))
                        .isFalse());
    }

    @Test
    void refusesAnotherCurveAndAPointOffTheCurve() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        byte[] signature = sign(JwsAlgorithm.ES256, INPUT);
        byte[] point = SubjectPublicKeyInfo.getInstance(EC.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        byte[] off = point.clone();
        off[64] ^= 1;
        Stream.of(
                        generator.generateKeyPair().getPublic().getEncoded(),
                        ecKey(SECObjectIdentifiers.secp256k1, point),
                        ecKey(SECObjectIdentifiers.secp256r1, off),
                        ecKey(SECObjectIdentifiers.secp256r1, new byte[1]),
                        ecKey(SECObjectIdentifiers.secp256r1, new byte[0]),
                        ecKey(SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1), point),
                        new byte[0],
                        new byte[] {1, 2, 3})
                .forEach(key -> assertThat(SignatureVerifier.verify(key, JwsAlgorithm.ES256, INPUT, signature))
                        .isFalse());
    }

    @Test
    void refusesSmallHugeAndBrokenRsaKeys() throws Exception {
        BigInteger f4 = BigInteger.valueOf(65537);
        BigInteger modulus = BigInteger.ONE.shiftLeft(2047).setBit(0);
        Stream.of(
                        rsaKey(BigInteger.ONE.shiftLeft(1023).setBit(0), f4),
                        rsaKey(BigInteger.ONE.shiftLeft(16384).setBit(0), f4),
                        rsaKey(modulus, BigInteger.TWO),
                        rsaKey(modulus, BigInteger.ZERO),
                        rsaKey(modulus.negate(), f4),
                        new byte[] {0x30, 0})
                .forEach(key -> Stream.of(128, 256, 384, 2049)
                        .forEach(length -> assertThat(
                                        SignatureVerifier.verify(key, JwsAlgorithm.RS256, INPUT, new byte[length]))
                                .isFalse()));
    }

    /** With the exponent 1 the padded hash is its own signature. */
    @Test
    void refusesAnRsaKeyWithWhichAnybodyCanSign() throws Exception {
        byte[] prefix = Base64.getDecoder().decode("MDEwDQYJYIZIAWUDBAIBBQAEIA==");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(INPUT);
        byte[] padded = new byte[384];
        Arrays.fill(padded, (byte) 0xff);
        padded[0] = 0;
        padded[1] = 1;
        padded[384 - 32 - prefix.length - 1] = 0;
        System.arraycopy(prefix, 0, padded, 384 - 32 - prefix.length, prefix.length);
        System.arraycopy(hash, 0, padded, 384 - 32, 32);
        BigInteger modulus = ((RSAPublicKey) RSA.getPublic()).getModulus();
        assertThat(SignatureVerifier.verify(rsaKey(modulus, BigInteger.ONE), JwsAlgorithm.RS256, INPUT, padded))
                .isFalse();
    }

    private static byte[] rsaKey(BigInteger modulus, BigInteger exponent) throws Exception {
        return TestKeys.rsa(modulus, exponent).getEncoded();
    }
}
