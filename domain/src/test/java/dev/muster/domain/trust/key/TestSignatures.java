package dev.muster.domain.trust.key;

import java.io.IOException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Changes signatures, and what they sign. */
public final class TestSignatures {

    private TestSignatures() {}

    /** The same hash for the message and for the mask. */
    public static PSSParameterSpec pss(String hash, int salt) {
        return new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1);
    }

    /** PSS of SHA-256 with a mask of SHA-1. */
    public static AlgorithmIdentifier pssOfTwoHashes() {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        AlgorithmIdentifier sha1 = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE);
        AlgorithmIdentifier mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha1);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(sha256, mask, new ASN1Integer(32), new ASN1Integer(1)));
    }

    /** PSS of SHA-256, in strict DER: without the default trailer. */
    public static AlgorithmIdentifier pssOfSalt(int length) {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        AlgorithmIdentifier mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(sha256, mask, new ASN1Integer(length), new ASN1Integer(1)));
    }

    /** The certificate with an octet of its subject changed. */
    public static byte[] renamed(byte[] certificate) {
        byte[] changed = certificate.clone();
        byte[] name = "356938035643809".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i + name.length < changed.length; i++) {
            if (Arrays.equals(changed, i, i + name.length, name, 0, name.length)) {
                changed[i] = '4';
                return changed;
            }
        }
        throw new AssertionError("the name is there");
    }

    /** The same R and S in BER: the length has one octet more than needed. */
    public static byte[] withOtherNumbers(byte[] certificate) {
        ASN1Sequence fields = ASN1Sequence.getInstance(certificate);
        byte[] signature = ASN1BitString.getInstance(fields.getObjectAt(2)).getOctets();
        byte[] other = new byte[signature.length + 1];
        other[0] = signature[0];
        other[1] = (byte) 0x81;
        System.arraycopy(signature, 1, other, 2, signature.length - 1);
        return withSignature(certificate, other);
    }

    public static byte[] withSignature(byte[] certificate, byte[] signature) {
        ASN1Sequence fields = ASN1Sequence.getInstance(certificate);
        return encoded(new DERSequence(
                new ASN1Encodable[] {fields.getObjectAt(0), fields.getObjectAt(1), new DERBitString(signature)}));
    }

    public static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
