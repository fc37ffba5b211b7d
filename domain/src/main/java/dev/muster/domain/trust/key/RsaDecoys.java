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
 * RSA keys that nobody holds, one for each length that a certificate's key can have. What is wrong with a proof is found
 * with one of them where the access key is not known or its certificate's key is not of the signature's length, so that
 * it takes the same work. Their moduli are random numbers, no products of primes: nobody needs the private halves, so
 * none ever exist, and they cost nothing to make.
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
     * DER SubjectPublicKeyInfo, not copied; with a modulus as long as the signature where a key can be that long, of 3,072
     * bits otherwise.
     *
     * @param length octets of a proof's value or signature
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
