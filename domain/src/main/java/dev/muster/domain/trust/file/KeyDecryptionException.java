package dev.muster.domain.trust.file;

/**
 * A stored private key cannot be decrypted: the master key is different, the owner is different, or the bytes were
 * changed. The server cannot tell which of the three it is. Nothing that needs the key works until an operator has
 * solved the problem.
 */
public final class KeyDecryptionException extends RuntimeException {

    KeyDecryptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
