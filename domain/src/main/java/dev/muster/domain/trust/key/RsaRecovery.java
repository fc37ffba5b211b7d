package dev.muster.domain.trust.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * Reads a message that an RSA private key has "encrypted": PKCS#1 v1.5 with block type 1 over the message itself,
 * without a hash and its name (RFC 2313 section 8.1). {@code openssl pkeyutl -sign} without a digest and Node's
 * {@code privateEncrypt} make it. Only the message is secret, and no private key of the server takes part.
 */
public final class RsaRecovery {

    /** 00 01, at least eight FF, 00 (RFC 2313 section 8.1, notes 2 and 6). */
    private static final int MIN_OVERHEAD = 11;

    private static final byte BLOCK_TYPE = 1;
    private static final byte FILLING = (byte) 0xFF;

    private RsaRecovery() {}

    /**
     * Recovers the message that the owner of the key has padded and raised.
     *
     * @param subjectPublicKeyInfo DER (RFC 5280 section 4.1): RSA of 2,048 to 8,192 bits
     * @param encrypted big-endian, exactly as long as the modulus and, as a number, less than it, so that a message has
     *     only one form
     * @return the message, which may have no octets; empty if the key is no such key, or if the padding is wrong
     */
    public static Optional<byte[]> recover(byte[] subjectPublicKeyInfo, byte[] encrypted) {
        return key(subjectPublicKeyInfo, encrypted)
                .flatMap(key -> raise(key, new BigInteger(1, encrypted)))
                .flatMap(RsaRecovery::unpad);
    }

    /** Whether the key is an RSA key of 2,048 to 8,192 bits, and its modulus is as long as the value. */
    public static boolean isAsLongAs(byte[] subjectPublicKeyInfo, byte[] encrypted) {
        return key(subjectPublicKeyInfo, encrypted).isPresent();
    }

    private static Optional<RSAKeyParameters> key(byte[] subjectPublicKeyInfo, byte[] encrypted) {
        return VerificationKey.rsa(subjectPublicKeyInfo).filter(key -> encrypted.length == length(key));
    }

    private static int length(RSAKeyParameters key) {
        return BigIntegers.getUnsignedByteLength(key.getModulus());
    }

    /** Refuses a number that is not less than the modulus: a smaller number means the same (RFC 8017 section 5.2.2). */
    private static Optional<byte[]> raise(RSAKeyParameters key, BigInteger value) {
        if (value.compareTo(key.getModulus()) >= 0) {
            return Optional.empty();
        }
        BigInteger block = value.modPow(key.getExponent(), key.getModulus());
        return Optional.of(BigIntegers.asUnsignedByteArray(length(key), block));
    }

    private static Optional<byte[]> unpad(byte[] block) {
        int end = 2;
        while (end < block.length && block[end] == FILLING) {
            end++;
        }
        boolean padded = block[0] == 0
                && block[1] == BLOCK_TYPE
                && end >= MIN_OVERHEAD - 1
                && end < block.length
                && block[end] == 0;
        return padded ? Optional.of(Arrays.copyOfRange(block, end + 1, block.length)) : Optional.empty();
    }
}
