package dev.muster.domain.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.UUID;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Makes the key pairs of a log, and puts them together from what is stored. */
public final class LogKeyPairs {

    private static final String ALGORITHM = "Ed25519";

    private LogKeyPairs() {}

    /** A new Ed25519 key pair (RFC 8032 section 5.1.5). */
    public static LogKey make(String name, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(255, random);
            return new LogKey(name, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /**
     * A stored key.
     *
     * @param publicKey 32 bytes
     * @param privateKey in any implementation
     */
    public static LogKey of(String name, byte[] publicKey, PrivateKey privateKey) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            PublicKey half = factory.generatePublic(new X509EncodedKeySpec(
                    new SubjectPublicKeyInfo(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), publicKey)
                            .getEncoded()));
            PrivateKey own = factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey.getEncoded()));
            return new LogKey(name, new KeyPair(half, own));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log's key is an Ed25519 key", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What binds the encryption of a key to its row. */
    public static String associatedData(UUID id) {
        return "log:" + id;
    }
}
