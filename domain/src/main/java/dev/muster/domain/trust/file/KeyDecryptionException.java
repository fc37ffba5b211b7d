package dev.muster.domain.trust.file;

/**
 * A stored private key does not open: the master key is another one, the owner is another one, or the bytes were
 * changed (which of the three cannot be told). Nothing that needs the key can go on until an operator has looked.
 */
public final class KeyDecryptionException extends RuntimeException {

    KeyDecryptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
