package dev.muster.domain.trust.key;

import java.util.Arrays;
import java.util.Optional;

/**
 * The JWS algorithms that a proof may be signed with (RFC 7518 section 3.1, RFC 8037 section 3.1). The names of the
 * constants are the values of the header's {@code alg}. {@link KeyAlgorithm#jwsAlgorithms()} says which of them a key
 * may use.
 */
public enum JwsAlgorithm {
    /** ECDSA with P-256 and SHA-256, 64 octets R and S (RFC 7518 section 3.4). */
    ES256,
    /** ECDSA with P-384 and SHA-384, 96 octets R and S (RFC 7518 section 3.4). */
    ES384,
    /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3). */
    RS256,
    /** RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 octets (RFC 7518 section 3.5). */
    PS256,
    /** Ed25519, 64 octets (RFC 8037 section 3.1). Ed448 has the same name and is not accepted. */
    EdDSA;

    /**
     * The algorithm of this name.
     *
     * @param name the case of letters matters (RFC 7515 section 4.1.1)
     * @return empty for any other name, such as {@code none} or {@code HS256}
     */
    public static Optional<JwsAlgorithm> named(String name) {
        return Arrays.stream(values()).filter(a -> a.name().equals(name)).findFirst();
    }
}
