package dev.muster.domain.provisioning;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * RSA keys that nobody holds, one for each usual length: what a literal proof is read with, and the signature of a bare one
 * verified, where the access key is not known or its certificate's key does not fit. Their moduli are random numbers, no products of primes: nobody needs the
 * private halves, so none ever exist. Made once at the start, at no cost.
 */
final class RsaDecoys {

    private static final int[] BITS = {2048, 3072, 4096};
    private static final int USUAL_LENGTH = 3072 / Byte.SIZE;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private final Map<Integer, byte[]> keys = new HashMap<>();

    RsaDecoys(SecureRandom random) {
        for (int bits : BITS) {
            keys.put(bits / Byte.SIZE, encode(modulus(bits, random)));
        }
    }

    /**
     * DER SubjectPublicKeyInfo; the value of a proof fits it where its length is a usual one.
     *
     * @param length octets of the proof's value or signature
     */
    byte[] of(int length) {
        return keys.getOrDefault(length, keys.get(USUAL_LENGTH));
    }

    private static BigInteger modulus(int bits, SecureRandom random) {
        return new BigInteger(bits, random).setBit(bits - 1).setBit(0);
    }

    private static byte[] encode(BigInteger modulus) {
        try {
            AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
            return new SubjectPublicKeyInfo(rsa, new RSAPublicKey(modulus, EXPONENT)).getEncoded(ASN1Encoding.DER);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a public key has an encoding", e);
        }
    }
}
