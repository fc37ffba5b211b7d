package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.issue.CertificateProfile;
import dev.muster.domain.trust.key.BouncyCastle;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.OutsideKeyPolicy;
import dev.muster.domain.trust.key.StrictDer;
import dev.muster.domain.trust.path.DistinguishedName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * A key that needs a certificate, with the proof that its sender has the private half: PKCS#10 (RFC 2986). It is read
 * once and forgotten. The server takes only the key from it. {@link CertificateProfile} and the platform decide on
 * subject and extensions, whatever the request asks for.
 */
public final class CertificateSigningRequest {

    /** A request with an RSA key of 8,192 bits needs only a part of it. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final String PEM_BEGIN = "-----BEGIN ";

    /** MD5 and SHA-1 are missing: a tool that can sign with them can sign with these, too. */
    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            EdECObjectIdentifiers.id_Ed25519);

    private final byte[] der;
    private final CertificationRequest request;
    private final KeyAlgorithm keyAlgorithm;

    private CertificateSigningRequest(byte[] der, CertificationRequest request, KeyAlgorithm keyAlgorithm) {
        this.der = der;
        this.request = request;
        this.keyAlgorithm = keyAlgorithm;
    }

    /**
     * Reads and verifies a request: its key may have a certificate, and its signature is that key's.
     *
     * @param pemOrDer at most 16 KiB: DER, or PEM of one block {@code CERTIFICATE REQUEST} or {@code NEW CERTIFICATE
     *     REQUEST} (RFC 7468 section 7)
     * @throws ProblemException {@code validation-failed} if anything is wrong with it; the detail says what to do
     */
    public static CertificateSigningRequest parse(byte[] pemOrDer) {
        if (pemOrDer.length > MAX_BYTES) {
            throw ProblemException.invalid(
                    "The certificate signing request is larger than 16 KiB; send only the request,"
                            + " as openssl req -new writes it.");
        }
        return verify(isPem(pemOrDer) ? RequestPem.decode(pemOrDer) : pemOrDer.clone());
    }

    /**
     * Like {@link #parse}, for a device's request, which is never PEM.
     *
     * @param der at most 16 KiB
     * @throws ProblemException {@code validation-failed} if anything is wrong with it
     */
    public static CertificateSigningRequest ofDevice(byte[] der) {
        return verify(der.clone());
    }

    /** Whether this is PKCS#10 in DER. Key and signature are not checked. */
    public static boolean isReadable(byte[] der) {
        try {
            encodedKey(read(der));
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static CertificateSigningRequest verify(byte[] der) {
        CertificationRequest request = read(der);
        KeyAlgorithm algorithm = checkKey(encodedKey(request));
        checkSignature(der, request);
        return new CertificateSigningRequest(der, request, algorithm);
    }

    private static KeyAlgorithm checkKey(byte[] key) {
        OutsideKeyPolicy.check(key).ifPresent(fault -> {
            throw ProblemException.invalid(
                    "The certificate signing request has a key that cannot be taken. " + fault.advice());
        });
        return KeyAlgorithm.of(key)
                .orElseThrow(() -> new IllegalStateException("a key without a fault is of a known kind"));
    }

    /** PKCS#10, DER. */
    public byte[] der() {
        return der.clone();
    }

    public KeyAlgorithm keyAlgorithm() {
        return keyAlgorithm;
    }

    public PublicKey publicKey() {
        try {
            return BouncyCastle.publicKey(request.getCertificationRequestInfo().getSubjectPublicKeyInfo());
        } catch (IOException e) {
            throw new IllegalStateException("the key was read before", e);
        }
    }

    private static boolean isPem(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM_BEGIN);
    }

    /** The only version is 0, which means v1 (RFC 2986 section 4.1). */
    private static CertificationRequest read(byte[] der) {
        try {
            CertificationRequest request = CertificationRequest.getInstance(StrictDer.readInAnyOrder(der));
            CertificationRequestInfo info = request.getCertificationRequestInfo();
            DistinguishedName.read(info.getSubject());
            if (info.getVersion().hasValue(0) && request.getSignature().getPadBits() == 0) {
                return request;
            }
        } catch (RuntimeException malformed) {
            // Bouncy Castle reports it with exceptions of many kinds; all of them have the answer below
        }
        throw unreadable();
    }

    private static byte[] encodedKey(CertificationRequest request) {
        try {
            return request.getCertificationRequestInfo()
                    .getSubjectPublicKeyInfo()
                    .getEncoded(ASN1Encoding.DL);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** Proof of possession (RFC 2986 section 3, note 2). */
    private static void checkSignature(byte[] der, CertificationRequest request) {
        if (!SIGNATURES.contains(request.getSignatureAlgorithm().getAlgorithm())) {
            throw ProblemException.invalid("The signature algorithm of the certificate signing request is not accepted;"
                    + " sign it with SHA-256, as openssl req -new -sha256 does.");
        }
        if (!isSigned(der, request)) {
            throw ProblemException.invalid(
                    "The signature of the certificate signing request is not by its own key, so it"
                            + " does not show that you have the private key; make the request again with that key.");
        }
    }

    private static boolean isSigned(byte[] der, CertificationRequest request) {
        try {
            ContentVerifier verifier = new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(request.getCertificationRequestInfo().getSubjectPublicKeyInfo())
                    .get(request.getSignatureAlgorithm());
            try (OutputStream signed = verifier.getOutputStream()) {
                signed.write(signedBytes(der));
            }
            return verifier.verify(request.getSignature().getOctets());
        } catch (IOException | OperatorCreationException | RuntimeException broken) {
            // Bouncy Castle reports unreadable parameters and signatures with exceptions of many kinds
            return false;
        }
    }

    /** The bytes as they came: a set in another order would have another signature. */
    private static byte[] signedBytes(byte[] der) throws IOException {
        return ASN1Sequence.getInstance(der).getObjectAt(0).toASN1Primitive().getEncoded(ASN1Encoding.DL);
    }

    private static ProblemException unreadable() {
        return ProblemException.invalid("This cannot be read as a certificate signing request (PKCS#10); make one with"
                + " openssl req -new -key muster.key and send what it writes.");
    }
}
