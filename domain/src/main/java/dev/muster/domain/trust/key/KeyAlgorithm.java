package dev.muster.domain.trust.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jcajce.spec.EdDSAParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of key that a certificate can be made for. The manufacturer chooses the kind when it makes the certificate,
 * or the server reads it from the manufacturer's own key. It never changes afterwards, and it decides which algorithms
 * a proof may use (RFC 8725 section 3.1).
 */
public enum KeyAlgorithm {
    /** The default: small, fast, and the curve that every TLS 1.3 stack has (RFC 8446 section 9.1). */
    EC_P256("EC", new ECGenParameterSpec("secp256r1"), JwsAlgorithm.ES256),
    /** 192 bits of strength (NIST SP 800-57 part 1, table 2), for manufacturers that must have them. */
    EC_P384("EC", new ECGenParameterSpec("secp384r1"), JwsAlgorithm.ES384),
    /** For hardware without elliptic curves. 128 bits of strength (NIST SP 800-57 part 1, table 2). */
    RSA_3072("RSA", rsa(3072), JwsAlgorithm.PS256, JwsAlgorithm.RS256),
    /** RSA for manufacturers that must have more; hardly stronger, much slower. */
    RSA_4096("RSA", rsa(4096), JwsAlgorithm.PS256, JwsAlgorithm.RS256),
    /** The smallest and fastest (RFC 8032), only for proofs: few TLS stacks accept it in a chain. */
    ED25519("Ed25519", new EdDSAParameterSpec(EdDSAParameterSpec.Ed25519), JwsAlgorithm.EdDSA),
    /** RSA of a size that only a key from outside can have: 2,048 to 8,192 bits. */
    RSA("RSA", null, JwsAlgorithm.PS256, JwsAlgorithm.RS256);

    private static final String RSA_FAMILY = "RSA";

    private final String family;
    private final @Nullable AlgorithmParameterSpec parameters;
    private final Set<JwsAlgorithm> jwsAlgorithms;

    KeyAlgorithm(String family, @Nullable AlgorithmParameterSpec parameters, JwsAlgorithm... jws) {
        this.family = family;
        this.parameters = parameters;
        Set<JwsAlgorithm> allowed = EnumSet.noneOf(JwsAlgorithm.class);
        Collections.addAll(allowed, jws);
        this.jwsAlgorithms = Collections.unmodifiableSet(allowed);
    }

    /**
     * The kind of a key.
     *
     * @param subjectPublicKeyInfo DER (RFC 5280 section 4.1)
     * @return empty if a proof signed with it could never be verified: another kind, another curve, parameters instead
     *     of a curve's name, RSA of less than 2,048 or more than 8,192 bits
     */
    public static Optional<KeyAlgorithm> of(byte[] subjectPublicKeyInfo) {
        if (VerificationKey.p256(subjectPublicKeyInfo).isPresent()) {
            return Optional.of(EC_P256);
        }
        if (VerificationKey.p384(subjectPublicKeyInfo).isPresent()) {
            return Optional.of(EC_P384);
        }
        if (VerificationKey.ed25519(subjectPublicKeyInfo).isPresent()) {
            return Optional.of(ED25519);
        }
        return VerificationKey.rsa(subjectPublicKeyInfo)
                .map(key -> ofRsa(key.getModulus().bitLength()));
    }

    /** The kinds of key that the server makes, the default first. */
    public static List<KeyAlgorithm> offered() {
        return Arrays.stream(values()).filter(KeyAlgorithm::isOffered).toList();
    }

    /** Whether the server makes keys of this kind. {@link #RSA} only comes from outside. */
    public boolean isOffered() {
        return parameters != null;
    }

    public boolean isRsa() {
        return RSA_FAMILY.equals(family);
    }

    /**
     * Makes a new key pair. EC and Ed25519 take about a millisecond; RSA_3072 takes seconds of one core and RSA_4096 up
     * to half a minute, so limit how many run at once.
     *
     * @throws UnsupportedOperationException if none is made here
     */
    public KeyPair generate(SecureRandom random) {
        if (!isOffered()) {
            throw new UnsupportedOperationException("no key of the kind " + this + " is made here");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family, BouncyCastle.PROVIDER);
            generator.initialize(parameters, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle generates " + this, e);
        }
    }

    /** The algorithms that a proof by such a key may name; never empty, unmodifiable. */
    public Set<JwsAlgorithm> jwsAlgorithms() {
        return jwsAlgorithms;
    }

    private static KeyAlgorithm ofRsa(int bits) {
        return switch (bits) {
            case 3072 -> RSA_3072;
            case 4096 -> RSA_4096;
            default -> RSA;
        };
    }

    private static RSAKeyGenParameterSpec rsa(int bits) {
        return new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4);
    }
}
