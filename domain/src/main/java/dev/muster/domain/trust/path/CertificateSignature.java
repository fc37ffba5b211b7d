package dev.muster.domain.trust.path;

import dev.muster.domain.trust.key.SignatureVerifier;
import dev.muster.domain.trust.key.StrictDer;
import dev.muster.domain.trust.key.VerificationKey;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * The signature algorithm of a certificate: RSA (PKCS#1 v1.5 and PSS) or ECDSA with SHA-256, SHA-384 or SHA-512, or
 * Ed25519. It verifies with Bouncy Castle's own classes, for the reason that {@link SignatureVerifier} gives.
 */
final class CertificateSignature {

    /** Trailer field BC, the only one that exists (RFC 4055 section 3.1). */
    private static final int PSS_TRAILER = 1;

    private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> PKCS1 = Map.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption, SHA256Digest::new,
            PKCSObjectIdentifiers.sha384WithRSAEncryption, SHA384Digest::new,
            PKCSObjectIdentifiers.sha512WithRSAEncryption, SHA512Digest::new);

    private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> ECDSA = Map.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256, SHA256Digest::new,
            X9ObjectIdentifiers.ecdsa_with_SHA384, SHA384Digest::new,
            X9ObjectIdentifiers.ecdsa_with_SHA512, SHA512Digest::new);

    private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> HASHES = Map.of(
            NISTObjectIdentifiers.id_sha256, SHA256Digest::new,
            NISTObjectIdentifiers.id_sha384, SHA384Digest::new,
            NISTObjectIdentifiers.id_sha512, SHA512Digest::new);

    private final Family family;
    private final Signer signer;

    private CertificateSignature(Family family, Signer signer) {
        this.family = family;
        this.signer = signer;
    }

    /** The kind of key that makes such signatures. */
    enum Family {
        RSA,
        ECDSA,
        ED25519
    }

    /** The algorithm with this identifier, for one verification; empty if it is not accepted. */
    static Optional<CertificateSignature> of(AlgorithmIdentifier algorithm) {
        ASN1ObjectIdentifier name = algorithm.getAlgorithm();
        ASN1Encodable parameters = algorithm.getParameters();
        if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(name)) {
            return pss(parameters).map(signer -> new CertificateSignature(Family.RSA, signer));
        }
        if (PKCS1.containsKey(name) && (parameters == null || DERNull.INSTANCE.equals(parameters))) {
            // NULL, but absent parameters must be accepted, too (RFC 4055 section 5)
            Signer signer = new RSADigestSigner(PKCS1.get(name).get());
            return Optional.of(new CertificateSignature(Family.RSA, signer));
        }
        if (ECDSA.containsKey(name) && parameters == null) {
            // absent (RFC 5758 section 3.2)
            Signer signer =
                    new DSADigestSigner(new ECDSASigner(), ECDSA.get(name).get(), StandardDSAEncoding.INSTANCE);
            return Optional.of(new CertificateSignature(Family.ECDSA, signer));
        }
        if (EdECObjectIdentifiers.id_Ed25519.equals(name) && parameters == null) {
            // absent (RFC 8410 section 3)
            return Optional.of(new CertificateSignature(Family.ED25519, new Ed25519Signer()));
        }
        return Optional.empty();
    }

    Family family() {
        return family;
    }

    /**
     * Whether the key made the signature.
     *
     * @param subjectPublicKeyInfo the issuer's
     * @return false if anything is wrong; throws nothing
     */
    boolean verify(byte[] subjectPublicKeyInfo, byte[] signed, byte[] signature) {
        return key(subjectPublicKeyInfo)
                .map(key -> verify(key, signed, signature))
                .orElse(false);
    }

    private boolean verify(AsymmetricKeyParameter key, byte[] signed, byte[] signature) {
        try {
            signer.init(false, key);
            signer.update(signed, 0, signed.length);
            return signer.verifySignature(signature);
        } catch (RuntimeException e) {
            // for example, the modulus has no room for such a long salt
            return false;
        }
    }

    private Optional<? extends AsymmetricKeyParameter> key(byte[] encoded) {
        return switch (family) {
            case RSA -> VerificationKey.rsa(encoded);
            case ED25519 -> VerificationKey.ed25519(encoded);
            case ECDSA -> VerificationKey.p256(encoded).or(() -> VerificationKey.p384(encoded));
        };
    }

    /**
     * The mask uses the same hash as the message, and the salt is at least as long as the hash (RFC 8017 section 9.1).
     * FIPS 186-5 section 5.4 allows at most this length.
     */
    private static Optional<Signer> pss(ASN1Encodable parameters) {
        try {
            RSASSAPSSparams pss = RSASSAPSSparams.getInstance(parameters);
            Supplier<Digest> hash =
                    pss == null ? null : HASHES.get(pss.getHashAlgorithm().getAlgorithm());
            // DER leaves out the DEFAULT (X.690 section 11.5), and so does Bouncy Castle
            boolean strict = pss != null && StrictDer.isWritten(parameters, pss);
            if (!strict || hash == null || !isMgf1(pss.getMaskGenAlgorithm(), pss.getHashAlgorithm())) {
                return Optional.empty();
            }
            Digest digest = hash.get();
            int salt = pss.getSaltLength().intValueExact();
            return salt >= digest.getDigestSize() && pss.getTrailerField().intValueExact() == PSS_TRAILER
                    ? Optional.of(new PSSSigner(new RSABlindedEngine(), digest, hash.get(), salt))
                    : Optional.empty();
        } catch (RuntimeException e) {
            // Bouncy Castle reports malformed parameters with exceptions of many kinds
            return Optional.empty();
        }
    }

    private static boolean isMgf1(AlgorithmIdentifier mask, AlgorithmIdentifier hash) {
        return PKCSObjectIdentifiers.id_mgf1.equals(mask.getAlgorithm())
                && AlgorithmIdentifier.getInstance(mask.getParameters())
                        .getAlgorithm()
                        .equals(hash.getAlgorithm());
    }
}
