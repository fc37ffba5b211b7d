package dev.muster.domain.trust.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * RSA keys that nobody has, one for each length that a certificate's key can have. A proof is checked with such a key
 * if the access key is unknown, or if its certificate's key is not as long as the signature, so that every refusal
 * takes the same work. The moduli are random numbers instead of products of primes. Nobody needs the private halves, so
 * they never exist, and such a key costs nothing to make.
 */
public final class RsaDecoys {

    private static final int MIN_OCTETS = 2048 / Byte.SIZE;
    private static final int MAX_OCTETS = 8192 / Byte.SIZE;
    private static final int USUAL_OCTETS = 3072 / Byte.SIZE;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private final BigInteger digits;
    private final Map<Integer, byte[]> keys = new ConcurrentHashMap<>();

    public RsaDecoys(SecureRandom random) {
        digits = new BigInteger(MAX_OCTETS * Byte.SIZE, random).setBit(0);
    }

    /**
     * The decoy for a length.
     *
     * @param length octets of a proof's value or signature
     * @return DER SubjectPublicKeyInfo, not copied. Its modulus has this length if a key can be that long, otherwise
     *     3,072 bits
     */
    public byte[] of(int length) {
        boolean possible = length >= MIN_OCTETS && length <= MAX_OCTETS;
        return keys.computeIfAbsent(possible ? length : USUAL_OCTETS, octets -> encode(modulus(octets * Byte.SIZE)));
    }

    private BigInteger modulus(int bits) {
        BigInteger lowest = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return digits.and(lowest).setBit(bits - 1);
    }

    private static byte[] encode(BigInteger modulus) {
        try {
            AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
            return new SubjectPublicKeyInfo(rsa, new RSAPublicKey(modulus, EXPONENT)).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a public key has an encoding", e);
        }
    }
}
