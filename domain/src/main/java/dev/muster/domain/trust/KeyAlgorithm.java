package dev.muster.domain.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The kinds of key that a certificate can be made for: chosen by the manufacturer when it makes the certificate, fixed
 * for the certificate's life, and what pins the algorithm of its proofs (RFC 8725 section 3.1).
 */
public enum KeyAlgorithm {
    /** The default: small, fast, and the curve that every TLS 1.3 stack has (RFC 8446 section 9.1). */
    EC_P256("EC", new ECGenParameterSpec("secp256r1"), "SHA256withECDSA", JwsAlgorithm.ES256),
    /** For hardware without elliptic curves. 128 bits of strength (NIST SP 800-57 part 1, table 2). */
    RSA_3072(
            "RSA",
            new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4),
            "SHA256withRSA",
            JwsAlgorithm.PS256,
            JwsAlgorithm.RS256);

    private final String family;
    private final AlgorithmParameterSpec parameters;
    private final String certificateSignature;
    private final Set<JwsAlgorithm> jwsAlgorithms;

    KeyAlgorithm(String family, AlgorithmParameterSpec parameters, String certificateSignature, JwsAlgorithm... jws) {
        this.family = family;
        this.parameters = parameters;
        this.certificateSignature = certificateSignature;
        Set<JwsAlgorithm> allowed = EnumSet.noneOf(JwsAlgorithm.class);
        Collections.addAll(allowed, jws);
        this.jwsAlgorithms = Collections.unmodifiableSet(allowed);
    }

    /**
     * A new key pair. EC_P256 takes about a millisecond, RSA_3072 up to seconds of one core: bound how many run at once.
     */
    public KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family, BouncyCastle.PROVIDER);
            generator.initialize(parameters, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle generates " + this, e);
        }
    }

    /** The algorithms that a proof signed by such a key may name; never empty, unmodifiable. */
    public Set<JwsAlgorithm> jwsAlgorithms() {
        return jwsAlgorithms;
    }

    /** The JCA name of the signature that such a key makes on certificates. */
    String certificateSignature() {
        return certificateSignature;
    }
}
