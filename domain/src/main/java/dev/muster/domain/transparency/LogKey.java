package dev.muster.domain.transparency;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The key with which a log signs its checkpoints.
 *
 * @param name the name of the log: the origin of its checkpoints
 * @param pair an Ed25519 key pair
 */
public record LogKey(String name, KeyPair pair) {

    /** The public half, for those who verify. */
    public VerifierKey verifierKey() {
        byte[] publicKey = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        return new VerifierKey(name, publicKey);
    }

    /** 64 bytes (RFC 8032 section 5.1.6). */
    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log's key is an Ed25519 key", e);
        }
    }

    /** Does not show the private key. */
    @Override
    public String toString() {
        return verifierKey().text();
    }
}
