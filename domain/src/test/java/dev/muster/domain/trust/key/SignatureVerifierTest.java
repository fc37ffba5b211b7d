package dev.muster.domain.trust.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures are made by the JDK, so that two implementations must agree. */
class SignatureVerifierTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair EC = KeyAlgorithm.EC_P256.generate(RANDOM);
    private static final KeyPair P384 = KeyAlgorithm.EC_P384.generate(RANDOM);
    private static final KeyPair RSA = KeyAlgorithm.RSA_3072.generate(RANDOM);
    private static final KeyPair ED = KeyAlgorithm.ED25519.generate(RANDOM);
    private static final byte[] INPUT = "eyJh.eyJi".getBytes(StandardCharsets.US_ASCII);

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

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384"})
    void refusesDer(JwsAlgorithm algorithm) throws Exception {
        for (int i = 0; i < 50; i++) {
            Signature der =
                    Signature.getInstance(algorithm == JwsAlgorithm.ES256 ? "SHA256withECDSA" : "SHA384withECDSA");
            der.initSign(jdkKey(algorithm));
            der.update(INPUT);
            assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, der.sign()))
                    .isFalse();
        }
    }

    static Stream<Arguments> outOfRange() throws Exception {
        return Stream.concat(
                outOfRange(JwsAlgorithm.ES256, SECObjectIdentifiers.secp256r1),
                outOfRange(JwsAlgorithm.ES384, SECObjectIdentifiers.secp384r1));
    }

    private static Stream<Arguments> outOfRange(JwsAlgorithm algorithm, ASN1ObjectIdentifier curve) throws Exception {
        byte[] good = sign(algorithm, INPUT);
        int half = good.length / 2;
        BigInteger r = new BigInteger(1, Arrays.copyOf(good, half));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, half, good.length));
        BigInteger n = SECNamedCurves.getByOID(curve).getN();
        BigInteger zero = BigInteger.ZERO;
        BigInteger one = BigInteger.ONE;
        return Stream.of(
                Arguments.of(algorithm, zero, zero),
                Arguments.of(algorithm, zero, s),
                Arguments.of(algorithm, r, zero),
                Arguments.of(algorithm, n, s),
                Arguments.of(algorithm, r, n),
                Arguments.of(algorithm, n, n),
                Arguments.of(algorithm, n.add(one), n.add(one)),
                Arguments.of(algorithm, one, one),
                Arguments.of(algorithm, s, r));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void refusesROrSOutOfRange(JwsAlgorithm algorithm, BigInteger r, BigInteger s) {
        int half = algorithm == JwsAlgorithm.ES256 ? 32 : 48;
        assertThat(SignatureVerifier.verify(key(algorithm), algorithm, INPUT, raw(half, r, s)))
                .isFalse();
    }

    /** RFC 8032 section 5.1.7: S is less than the group's order; S plus the order is a second signature otherwise. */
    @Test
    void refusesAnEd25519SignatureWithAnotherFormOfS() throws Exception {
        byte[] good = sign(JwsAlgorithm.EdDSA, INPUT);
        BigInteger order = BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
        BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(good, 32, 64)));
        for (BigInteger other : new BigInteger[] {s.add(order), order, order.add(BigInteger.ONE), BigInteger.ZERO}) {
            byte[] bad = good.clone();
            System.arraycopy(littleEndian(other), 0, bad, 32, 32);
            assertThat(SignatureVerifier.verify(ED.getPublic(), JwsAlgorithm.EdDSA, INPUT, bad))
                    .isFalse();
        }
    }

    /** Of the eight points of small order, the neutral one: every signature with R = S B would be its. */
    @Test
    void refusesAnEd25519KeyThatIsNobodys() throws Exception {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        byte[] signature = new byte[64];
        signature[0] = 1;
        assertThat(SignatureVerifier.verify(edKey(neutral), JwsAlgorithm.EdDSA, INPUT, signature))
                .isFalse();
    }

    /** RFC 8037 appendix A.4: key, signing input and signature of the standard. */
    @Test
    void acceptsTheEd25519ExampleOfTheStandard() throws Exception {
        String input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        byte[] signature =
                base64Url("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        byte[] key = edKey(base64Url("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
        assertThat(SignatureVerifier.verify(
                        key, JwsAlgorithm.EdDSA, input.getBytes(StandardCharsets.US_ASCII), signature))
                .isTrue();
    }

    /** RFC 6979 appendix A.2.6: P-384, the messages "sample" and "test" with SHA-384. */
    @ParameterizedTest
    @CsvSource({
        "sample, 94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46,"
                + " 99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8",
        "test, 8203B63D3C853E8D77227FB377BCF7B7B772E97892A80F36AB775D509D7A5FEB0542A7F0812998DA8F1DD3CA3CF023DB,"
                + " DDD0760448D42D8A43AF45AF836FCE4DE8BE06B485E9B61B827C2F13173923E06A739F040649A667BF3B828246BAA5A5"
    })
    void acceptsTheP384ExamplesOfTheStandard(String message, String r, String s) throws Exception {
        byte[] point = HexFormat.of()
                .parseHex(
                        "04EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64DEF8F0EA9055866064A25451548"
                                + "0BC138015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D4FE7344FD"
                                + "2533264720");
        byte[] signature = HexFormat.of().parseHex(r + s);
        assertThat(SignatureVerifier.verify(
                        ecKey(SECObjectIdentifiers.secp384r1, point),
                        JwsAlgorithm.ES384,
                        message.getBytes(StandardCharsets.US_ASCII),
                        signature))
                .isTrue();
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
                        new SubjectPublicKeyInfo(
                                        new AlgorithmIdentifier(
                                                X9ObjectIdentifiers.id_ecPublicKey,
                                                SECNamedCurves.getByOID(SECObjectIdentifiers.secp384r1)),
                                        point)
                                .getEncoded())
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
                    case ES384 -> "SHA384withECDSAinP1363Format";
                    case EdDSA -> "Ed25519";
                    case RS256 -> "SHA256withRSA";
                    case PS256 -> "RSASSA-PSS";
                });
        if (algorithm == JwsAlgorithm.PS256) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initSign(jdkKey(algorithm));
        signature.update(input);
        return signature.sign();
    }

    private static PrivateKey jdkKey(JwsAlgorithm algorithm) throws GeneralSecurityException {
        String family = switch (algorithm) {
            case ES256, ES384 -> "EC";
            case RS256, PS256 -> "RSA";
            case EdDSA -> "Ed25519";
        };
        return KeyFactory.getInstance(family)
                .generatePrivate(
                        new PKCS8EncodedKeySpec(keys(algorithm).getPrivate().getEncoded()));
    }

    private static KeyPair keys(JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> EC;
            case ES384 -> P384;
            case RS256, PS256 -> RSA;
            case EdDSA -> ED;
        };
    }

    private static PublicKey key(JwsAlgorithm algorithm) {
        return keys(algorithm).getPublic();
    }

    private static PublicKey otherKey(JwsAlgorithm algorithm) {
        KeyAlgorithm kind = switch (algorithm) {
            case ES256 -> KeyAlgorithm.EC_P256;
            case ES384 -> KeyAlgorithm.EC_P384;
            case RS256, PS256 -> KeyAlgorithm.RSA_3072;
            case EdDSA -> KeyAlgorithm.ED25519;
        };
        return kind.generate(RANDOM).getPublic();
    }

    private static byte[] prefixed(byte[] signature) {
        byte[] longer = new byte[signature.length + 1];
        System.arraycopy(signature, 0, longer, 1, signature.length);
        return longer;
    }

    private static byte[] raw(int half, BigInteger r, BigInteger s) {
        byte[] raw = new byte[2 * half];
        for (int i = 0; i < half; i++) {
            raw[half - 1 - i] = r.shiftRight(8 * i).byteValue();
            raw[2 * half - 1 - i] = s.shiftRight(8 * i).byteValue();
        }
        return raw;
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] edKey(byte[] point) throws Exception {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), point).getEncoded();
    }

    private static byte[] ecKey(ASN1ObjectIdentifier curve, byte[] point) throws Exception {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point)
                .getEncoded();
    }

    private static byte[] explicitCurve(byte[] point) throws Exception {
        return new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey,
                                SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1)),
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
