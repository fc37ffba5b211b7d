package dev.muster.domain.trust.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * Reads back what an RSA private key has "encrypted": PKCS#1 v1.5 with block type 1 over the message itself, without a
 * hash and its name (RFC 2313 section 8.1). That is what {@code openssl pkeyutl -sign} without a digest and Node's
 * {@code privateEncrypt} make. Everything here is public but the message, and no key of ours takes part.
 */
public final class RsaRecovery {

    /** 00 01, at least eight FF, 00 (RFC 2313 section 8.1, notes 2 and 6). */
    private static final int MIN_OVERHEAD = 11;

    private static final byte BLOCK_TYPE = 1;
    private static final byte FILLING = (byte) 0xFF;

    private RsaRecovery() {}

    /**
     * The message that the key's owner has padded and raised.
     *
     * @param subjectPublicKeyInfo DER (RFC 5280 section 4.1): RSA of 2,048 to 8,192 bits
     * @param encrypted big-endian, exactly as long as the modulus and, as a number, less than it: one message has one form
     * @return may be empty of octets; no message where the key is no such key, or the padding is any other
     */
    public static Optional<byte[]> recover(byte[] subjectPublicKeyInfo, byte[] encrypted) {
        return key(subjectPublicKeyInfo, encrypted)
                .flatMap(key -> raise(key, new BigInteger(1, encrypted)))
                .flatMap(RsaRecovery::unpad);
    }

    /** Whether the key is such a key and a value of this length could be its. */
    public static boolean isAsLongAs(byte[] subjectPublicKeyInfo, byte[] encrypted) {
        return key(subjectPublicKeyInfo, encrypted).isPresent();
    }

    private static Optional<RSAKeyParameters> key(byte[] subjectPublicKeyInfo, byte[] encrypted) {
        return VerificationKey.rsa(subjectPublicKeyInfo).filter(key -> encrypted.length == length(key));
    }

    private static int length(RSAKeyParameters key) {
        return BigIntegers.getUnsignedByteLength(key.getModulus());
    }

    /** A number that is not less than the modulus is another way of writing one that is: refused (RFC 8017 section 5.2.2). */
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
