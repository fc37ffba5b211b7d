package dev.muster.domain.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Key pairs of the JDK. The key of a role is made once and used again. */
public final class TestKeys {

    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    private TestKeys() {}

    /**
     * The key pair of this kind for this role.
     *
     * @param kind P-256, P-384, P-521, RSA-2048 and so on, Ed25519 or Ed448
     */
    public static KeyPair of(String kind, String role) {
        return MADE.computeIfAbsent(kind + " " + role, name -> make(kind));
    }

    public static SubjectPublicKeyInfo publicKey(String kind, String role) {
        return SubjectPublicKeyInfo.getInstance(of(kind, role).getPublic().getEncoded());
    }

    /** @param curve its name, or its parameters */
    public static SubjectPublicKeyInfo ec(ASN1Encodable curve, byte[] point) {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point);
    }

    /** An RSA key of any numbers, also of bad ones. */
    public static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) {
        try {
            AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
            return new SubjectPublicKeyInfo(rsa, new RSAPublicKey(modulus, exponent));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair make(String kind) {
        try {
            if (kind.startsWith("RSA-")) {
                int bits = Integer.parseInt(kind.substring(4));
                return generate("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
            }
            if (kind.startsWith("P-")) {
                return generate("EC", new ECGenParameterSpec("secp" + kind.substring(2) + "r1"));
            }
            return generate(kind, null);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(kind, e);
        }
    }

    private static KeyPair generate(String algorithm, AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (parameters != null) {
            generator.initialize(parameters);
        }
        return generator.generateKeyPair();
    }
}
