package dev.muster.domain.trust.key;

import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Whether only the owner of a public key can have its private half. It checks keys that the server did not make: those
 * of certificate requests and of devices' certificates. Nobody can see whether the owner keeps the private half well.
 *
 * <p>A pure rule. The RSA checks take milliseconds, for 8,192 bits a large part of a second. Check only keys that
 * somebody has vouched for, not every key that a stranger sends.
 */
public final class OutsideKeyPolicy {

    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1);

    private OutsideKeyPolicy() {}

    /**
     * The first fault of the key; empty if it has none.
     *
     * @param subjectPublicKeyInfo DER (RFC 5280 section 4.1), of any length
     */
    public static Optional<KeyFault> check(byte[] subjectPublicKeyInfo) {
        try {
            return check(SubjectPublicKeyInfo.getInstance(StrictDer.read(subjectPublicKeyInfo)));
        } catch (RuntimeException e) {
            // Bouncy Castle reports malformed keys with exceptions of many kinds
            return Optional.of(KeyFault.MALFORMED);
        }
    }

    private static Optional<KeyFault> check(SubjectPublicKeyInfo info) {
        ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
        ASN1Encodable parameters = info.getAlgorithm().getParameters();
        // every key here is whole octets (RFC 3279 section 2.3, RFC 5480 section 2.2, RFC 8410 section 4)
        byte[] key = info.getPublicKeyData().getOctets();
        if (PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)) {
            return rsa(key, parameters);
        }
        if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm)) {
            return ec(key, parameters);
        }
        if (EdECObjectIdentifiers.id_Ed25519.equals(algorithm)) {
            return ed25519(key, parameters);
        }
        return Optional.of(KeyFault.UNKNOWN_ALGORITHM);
    }

    /** The parameters are NULL (RFC 3279 section 2.3.1). */
    private static Optional<KeyFault> rsa(byte[] key, ASN1Encodable parameters) {
        if (!DERNull.INSTANCE.equals(parameters)) {
            return Optional.of(KeyFault.MALFORMED);
        }
        ASN1Primitive read = StrictDer.read(key);
        RSAPublicKey rsa = RSAPublicKey.getInstance(read);
        if (!rsa.toASN1Primitive().equals(read)) {
            return Optional.of(KeyFault.MALFORMED); // a negative number, which Bouncy Castle reads as a positive one
        }
        return RsaKeyPolicy.check(rsa.getModulus(), rsa.getPublicExponent());
    }

    /** The curve must be named; the point may be compressed (RFC 5480 sections 2.1.1 and 2.2). */
    private static Optional<KeyFault> ec(byte[] key, ASN1Encodable parameters) {
        if (!(parameters instanceof ASN1ObjectIdentifier curve)) {
            return Optional.of(parameters == null ? KeyFault.MALFORMED : KeyFault.CURVE_NOT_NAMED);
        }
        if (!CURVES.contains(curve)) {
            return Optional.of(KeyFault.UNKNOWN_CURVE);
        }
        return isPoint(key, ECNamedCurveTable.getByOID(curve).getCurve())
                ? Optional.empty()
                : Optional.of(KeyFault.UNUSABLE_POINT);
    }

    /**
     * The first octet says how the point is written. 0 means infinity; 6 and 7 mean the hybrid form, which RFC 5480
     * lacks.
     */
    private static boolean isPoint(byte[] key, ECCurve curve) {
        if (key.length == 0 || key[0] < 2 || key[0] > 4) {
            return false;
        }
        try {
            // refuses a point off the curve; every point on these two curves has the base point's order (cofactor 1)
            curve.decodePoint(key);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The key has 32 octets and no parameters (RFC 8410 sections 3 and 4). */
    private static Optional<KeyFault> ed25519(byte[] key, ASN1Encodable parameters) {
        if (parameters != null || key.length != Ed25519.PUBLIC_KEY_SIZE) {
            return Optional.of(KeyFault.MALFORMED);
        }
        if (!isCanonical(key)) {
            return Optional.of(KeyFault.NOT_CANONICAL);
        }
        return Ed25519.validatePublicKeyFull(key, 0) ? Optional.empty() : Optional.of(KeyFault.UNUSABLE_POINT);
    }

    /**
     * The number is little-endian and less than 2^255 - 19, with the sign of x in the highest bit (RFC 8032 section
     * 5.1.3).
     */
    private static boolean isCanonical(byte[] key) {
        boolean allOnes = (key[31] & 0x7f) == 0x7f;
        for (int i = 1; i < 31 && allOnes; i++) {
            allOnes = key[i] == (byte) 0xff;
        }
        return !allOnes || (key[0] & 0xff) < 0xed;
    }
}
