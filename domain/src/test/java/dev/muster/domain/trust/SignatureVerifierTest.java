package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962NamedCurves;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures are made by the JDK, so that two implementations must agree. */
class SignatureVerifierTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair EC = KeyAlgorithm.EC_P256.generate(RANDOM);
    private static final KeyPair RSA = KeyAlgorithm.RSA_3072.generate(RANDOM);
    private static final byte[] INPUT = "eyJh.eyJi".getBytes(StandardCharsets.US_ASCII);
    private static final BigInteger N =
            X962NamedCurves.getByOID(SECObjectIdentifiers.secp256r1).getN();

    @ParameterizedTest
    @EnumSource
    void acceptsWhatTheKeySigned(JwsAlgorithm algorithm) throws Exception {
        byte[] signature = sign(algorithm, INPUT);
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, signature))
                .isTrue();
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, "other".getBytes(), signature))
                .isFalse();
        assertThat(SignatureVerifier.verify(otherKey(algorithm), algorithm, INPUT, signature))
                .isFalse();
    }

    /** RFC 7515 appendix A.3: key, signing input and signature of another implementation. */
    @Test
    void acceptsTheExampleOfTheStandard() throws Exception {
        byte[] point = new byte[65];
        point[0] = 4;
        System.arraycopy(base64Url("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"), 0, point, 1, 32);
        System.arraycopy(base64Url("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"), 0, point, 33, 32);
        String input = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQog"
                + "Imh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        byte[] signature =
                base64Url("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
        assertThat(SignatureVerifier.verify(
                        ecKey(SECObjectIdentifiers.secp256r1, point),
                        JwsAlgorithm.ES256,
                        input.getBytes(StandardCharsets.US_ASCII),
                        signature))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryOtherLengthAndEveryChangedByte(JwsAlgorithm algorithm) throws Exception {
        byte[] good = sign(algorithm, INPUT);
        Stream.of(
                        new byte[0],
                        Arrays.copyOf(good, good.length - 1),
                        Arrays.copyOf(good, good.length + 1),
                        prefixed(good))
                .forEach(bad -> assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, bad))
                        .isFalse());
        for (int i = 0; i < good.length; i += 7) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, bad))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesExtremeNumbers(JwsAlgorithm algorithm) throws Exception {
        byte[] ones = new byte[sign(algorithm, INPUT).length];
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, ones))
                .isFalse();
        Arrays.fill(ones, (byte) 0xff);
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, ones))
                .isFalse();
    }

    @Test
    void refusesDer() throws Exception {
        for (int i = 0; i < 50; i++) {
            Signature der = Signature.getInstance("SHA256withECDSA");
            der.initSign(jdkEc());
            der.update(INPUT);
            assertThat(SignatureVerifier.verify(EC.getPublic(), JwsAlgorithm.ES256, INPUT, der.sign()))
                    .isFalse();
        }
    }

    static Stream<Arguments> outOfRange() throws Exception {
        byte[] good = sign(JwsAlgorithm.ES256, INPUT);
        BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        BigInteger zero = BigInteger.ZERO;
        return Stream.of(
                Arguments.of(zero, zero),
                Arguments.of(zero, s),
                Arguments.of(r, zero),
                Arguments.of(N, s),
                Arguments.of(r, N),
                Arguments.of(N, N),
                Arguments.of(N.add(BigInteger.ONE), N.add(BigInteger.ONE)),
                Arguments.of(BigInteger.ONE, BigInteger.ONE),
                Arguments.of(s, r));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void refusesROrSOutOfRange(BigInteger r, BigInteger s) {
        assertThat(SignatureVerifier.verify(EC.getPublic(), JwsAlgorithm.ES256, INPUT, raw(r, s)))
                .isFalse();
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
                        explicitCurve(point),
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
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(INPUT);
        byte[] padded = new byte[384];
        Arrays.fill(padded, (byte) 0xff);
        padded[0] = 0;
        padded[1] = 1;
        padded[384 - 32 - prefix.length - 1] = 0;
        System.arraycopy(prefix, 0, padded, 384 - 32 - prefix.length, prefix.length);
        System.arraycopy(hash, 0, padded, 384 - 32, 32);
        BigInteger modulus = ((java.security.interfaces.RSAPublicKey) RSA.getPublic()).getModulus();
        assertThat(SignatureVerifier.verify(rsaKey(modulus, BigInteger.ONE), JwsAlgorithm.RS256, INPUT, padded))
                .isFalse();
    }

    static byte[] sign(JwsAlgorithm algorithm, byte[] input) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (algorithm) {
                    case ES256 -> "SHA256withECDSAinP1363Format";
                    case RS256 -> "SHA256withRSA";
                    case PS256 -> "RSASSA-PSS";
                });
        if (algorithm == JwsAlgorithm.PS256) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initSign(algorithm == JwsAlgorithm.ES256 ? jdkEc() : RSA.getPrivate());
        signature.update(input);
        return signature.sign();
    }

    private static java.security.PrivateKey jdkEc() throws GeneralSecurityException {
        return java.security.KeyFactory.getInstance("EC")
                .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(
                        EC.getPrivate().getEncoded()));
    }

    private static PublicKey key(JwsAlgorithm algorithm) {
        return (algorithm == JwsAlgorithm.ES256 ? EC : RSA).getPublic();
    }

    private static PublicKey otherKey(JwsAlgorithm algorithm) {
        return (algorithm == JwsAlgorithm.ES256 ? KeyAlgorithm.EC_P256 : KeyAlgorithm.RSA_3072)
                .generate(RANDOM)
                .getPublic();
    }

    private static byte[] prefixed(byte[] signature) {
        byte[] longer = new byte[signature.length + 1];
        System.arraycopy(signature, 0, longer, 1, signature.length);
        return longer;
    }

    private static byte[] raw(BigInteger r, BigInteger s) {
        byte[] raw = new byte[64];
        for (int i = 0; i < 32; i++) {
            raw[31 - i] = r.shiftRight(8 * i).byteValue();
            raw[63 - i] = s.shiftRight(8 * i).byteValue();
        }
        return raw;
    }

    private static byte[] ecKey(ASN1ObjectIdentifier curve, byte[] point) throws Exception {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point)
                .getEncoded();
    }

    private static byte[] explicitCurve(byte[] point) throws Exception {
        return new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey,
                                X962NamedCurves.getByOID(SECObjectIdentifiers.secp256r1)),
                        point)
                .getEncoded();
    }

    private static byte[] rsaKey(BigInteger modulus, BigInteger exponent) throws Exception {
        return new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                        new org.bouncycastle.asn1.pkcs.RSAPublicKey(modulus, exponent))
                .getEncoded();
    }

    private static byte[] base64Url(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
