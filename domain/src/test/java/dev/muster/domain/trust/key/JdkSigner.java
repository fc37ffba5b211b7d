package dev.muster.domain.trust.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;

/** Signs with the JDK's providers, whichever provider made the key. */
public final class JdkSigner {

    private JdkSigner() {}

    /** The algorithm's name in the JCA. */
    public static String name(JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> "SHA256withECDSAinP1363Format";
            case ES384 -> "SHA384withECDSAinP1363Format";
            case EdDSA -> "Ed25519";
            case RS256 -> "SHA256withRSA";
            case PS256 -> "RSASSA-PSS";
        };
    }

    /** @param name of the algorithm in the JCA; RSASSA-PSS is with SHA-256 and a salt of 32 octets */
    public static byte[] sign(String name, PrivateKey key, byte[] input) {
        try {
            Signature signature = Signature.getInstance(name);
            if (name.equals("RSASSA-PSS")) {
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signature.initSign(
                    KeyFactory.getInstance(family(name)).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())));
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String family(String name) {
        if (name.contains("ECDSA")) {
            return "EC";
        }
        return name.contains("RSA") ? "RSA" : "Ed25519";
    }
}
