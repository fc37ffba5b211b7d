package dev.muster.domain.trust.key;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * The instance of the provider that makes keys and certificates. It is never registered with the JVM: then the whole
 * server would use it, and the order of the providers would decide which provider verifies.
 */
public final class BouncyCastle {

    public static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}

    /**
     * Reads a private key (RFC 5208 section 5). The library's own function knows no kind of key in a JVM that has not made
     * the provider yet, and then returns {@code null}.
     *
     * @throws IOException if it is no key of a known kind
     */
    public static PrivateKey privateKey(PrivateKeyInfo info) throws IOException {
        return known(BouncyCastleProvider.getPrivateKey(info));
    }

    /**
     * Reads a public key (RFC 5280 section 4.1.2.7).
     *
     * @throws IOException if it is no key of a known kind
     */
    public static PublicKey publicKey(SubjectPublicKeyInfo info) throws IOException {
        return known(BouncyCastleProvider.getPublicKey(info));
    }

    private static <T> T known(@Nullable T key) throws IOException {
        if (key == null) {
            throw new IOException("not a key of a known kind");
        }
        return key;
    }
}
