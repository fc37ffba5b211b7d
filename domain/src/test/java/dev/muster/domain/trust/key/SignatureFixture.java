package dev.muster.domain.trust.key;

import dev.muster.domain.trust.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A key of each kind, and signatures with it. The JDK makes them, so that two implementations must agree. */
final class SignatureFixture {

    static final SecureRandom RANDOM = new SecureRandom();
    static final KeyPair EC = KeyAlgorithm.EC_P256.generate(RANDOM);
    static final KeyPair P384 = KeyAlgorithm.EC_P384.generate(RANDOM);
    static final KeyPair RSA = KeyAlgorithm.RSA_3072.generate(RANDOM);
    static final KeyPair ED = KeyAlgorithm.ED25519.generate(RANDOM);
    static final byte[] INPUT = "eyJh.eyJi".getBytes(StandardCharsets.US_ASCII);

    private SignatureFixture() {}

    static byte[] sign(JwsAlgorithm algorithm, byte[] input) {
        return JdkSigner.sign(JdkSigner.name(algorithm), keys(algorithm).getPrivate(), input);
    }

    static KeyPair keys(JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> EC;
            case ES384 -> P384;
            case RS256, PS256 -> RSA;
            case EdDSA -> ED;
        };
    }

    static PublicKey key(JwsAlgorithm algorithm) {
        return keys(algorithm).getPublic();
    }

    static byte[] edKey(byte[] point) throws IOException {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), point).getEncoded();
    }

    /** @param curve its name, or its parameters */
    static byte[] ecKey(ASN1Encodable curve, byte[] point) throws IOException {
        return TestKeys.ec(curve, point).getEncoded();
    }
}
