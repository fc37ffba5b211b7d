package dev.muster.web.trust;

import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.CertificateRefusedException.Reason;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Sentences about certificates. */
@Named
@ApplicationScoped
public class CertificateSentences {

    @Inject
    private Texts texts;

    /** Why a certificate could not be made, and what to do. */
    String of(Reason reason) {
        return switch (reason) {
            case NAME -> texts.of("trust.refusedName");
            case VALIDITY, BEYOND_ISSUER -> texts.of("trust.refusedValidity");
            case ACCESS_KEY, SERVER_NAME -> texts.of("trust.refusedOther");
        };
    }

    /** The key of a certificate, with its size. */
    public String key(ManufacturerCertificate certificate) {
        return certificate.keyAlgorithm() == KeyAlgorithm.RSA
                ? "RSA " + certificate.keyBits()
                : algorithm(certificate.keyAlgorithm());
    }

    private static String algorithm(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> "EC P-256";
            case EC_P384 -> "EC P-384";
            case RSA_3072 -> "RSA 3072";
            case RSA_4096 -> "RSA 4096";
            case ED25519 -> "Ed25519";
            case RSA -> "RSA";
        };
    }

    /** The algorithm as the form offers it, with what it is good for. */
    public String offer(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> texts.of("trust.offerEcP256");
            case EC_P384 -> texts.of("trust.offerEcP384");
            case RSA_3072 -> texts.of("trust.offerRsa3072");
            case RSA_4096 -> texts.of("trust.offerRsa4096");
            case ED25519 -> texts.of("trust.offerEd25519");
            case RSA -> texts.of("trust.offerRsa");
        };
    }

    /** Why a certificate is deleted. */
    public String revocation(RevocationReason reason) {
        return texts.word(reason);
    }
}
