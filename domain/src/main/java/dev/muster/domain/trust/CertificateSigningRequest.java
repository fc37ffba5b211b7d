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
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * A key that somebody wants a certificate for, with the proof that they hold its private half: PKCS#10 (RFC 2986). Read
 * once and forgotten. The key is all that is taken from it: subject and extensions are what {@link CertificateProfile}
 * and the platform decide, whatever the request asks for.
 */
public final class CertificateSigningRequest {

    /** Several times what a request with an RSA key of 8,192 bits needs. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final String PEM_BEGIN = "-----BEGIN ";

    /** MD5 and SHA-1 are not among them: whoever can sign with them can sign with these. */
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
     * Reads a request, and believes it: its key may have a certificate, and its signature is that key's.
     *
     * @param pemOrDer at most 16 KiB: DER, or PEM of one block {@code CERTIFICATE REQUEST} or {@code NEW CERTIFICATE
     *     REQUEST} (RFC 7468 section 7)
     * @throws ProblemException {@code validation-failed}, saying what to do, for whatever is wrong with it
     */
    public static CertificateSigningRequest parse(byte[] pemOrDer) {
        if (pemOrDer.length > MAX_BYTES) {
            throw ProblemException.invalid(
                    "The certificate signing request is larger than 16 KiB; send the request alone,"
                            + " as openssl req -new writes it.");
        }
        return believe(isPem(pemOrDer) ? RequestPem.decode(pemOrDer) : pemOrDer.clone());
    }

    /**
     * As {@link #parse}, of a device's request, which is never PEM.
     *
     * @param der at most 16 KiB
     * @throws ProblemException {@code validation-failed} for whatever is wrong with it
     */
    public static CertificateSigningRequest ofDevice(byte[] der) {
        return believe(der.clone());
    }

    /** Whether this is PKCS#10 in DER at all; key and signature are not asked. */
    public static boolean isReadable(byte[] der) {
        try {
            encodedKey(read(der));
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static CertificateSigningRequest believe(byte[] der) {
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
            return BouncyCastleProvider.getPublicKey(
                    request.getCertificationRequestInfo().getSubjectPublicKeyInfo());
        } catch (IOException e) {
            throw new IllegalStateException("the key was read before", e);
        }
    }

    private static boolean isPem(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM_BEGIN);
    }

    /** Version 0, which is v1 (RFC 2986 section 4.1), is the only one there is. */
    private static CertificationRequest read(byte[] der) {
        try {
            CertificationRequest request = CertificationRequest.getInstance(StrictDer.readInAnyOrder(der));
            CertificationRequestInfo info = request.getCertificationRequestInfo();
            DistinguishedName.read(info.getSubject());
            if (info.getVersion().hasValue(0) && request.getSignature().getPadBits() == 0) {
                return request;
            }
        } catch (RuntimeException malformed) {
            // Bouncy Castle tells of it by exceptions of many kinds: all are told below, as one
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
            throw ProblemException.invalid("The certificate signing request is signed in a way that is not taken;"
                    + " sign it with SHA-256, as openssl req -new -sha256 does.");
        }
        if (!isSigned(der, request)) {
            throw ProblemException.invalid(
                    "The signature of the certificate signing request is not by its own key, so it"
                            + " does not show that you hold the private key; make the request anew with that key.");
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
            // parameters and signatures that cannot be read end in exceptions of many kinds
            return false;
        }
    }

    /** As they came: another order of a set would be another signature. */
    private static byte[] signedBytes(byte[] der) throws IOException {
        return ASN1Sequence.getInstance(der).getObjectAt(0).toASN1Primitive().getEncoded(ASN1Encoding.DL);
    }

    private static ProblemException unreadable() {
        return ProblemException.invalid("This cannot be read as a certificate signing request (PKCS#10); make one with"
                + " openssl req -new -key muster.key and send what it writes.");
    }
}
