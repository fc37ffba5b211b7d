package dev.muster.ejb.transparency;

import java.security.PrivateKey;

/** Opens what is encrypted under the master key. The feature that has that key implements it. */
public interface SealedKeys {

    /** @param owner what the encryption is bound to */
    PrivateKey open(byte[] encryptedKey, String owner);
}
