package dev.muster.ejb.trust;

import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The key for a new certificate. The server forgets it after the answer that shows it.
 *
 * @param privateKey {@code null} if the manufacturer has it
 */
public record NewKey(
        KeyAlgorithm algorithm,
        PublicKey publicKey,
        @Nullable PrivateKey privateKey) {

    static NewKey made(KeyAlgorithm algorithm, KeyPair keys) {
        return new NewKey(algorithm, keys.getPublic(), keys.getPrivate());
    }

    /** PKCS#8, PEM; {@code null} if the manufacturer has it. */
    @Nullable
    String privatePem() {
        return privateKey == null ? null : Pem.encode(privateKey);
    }

    @Override
    public String toString() {
        return "NewKey[" + algorithm + "]";
    }
}
