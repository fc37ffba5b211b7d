package dev.muster.web.trust;

import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.CertificateRefusedException.Reason;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Sentences about certificates. */
@Named
@ApplicationScoped
public class CertificateSentences {

    /** Why a certificate could not be made, and what to do. */
    static String of(Reason reason) {
        return switch (reason) {
            case NAME -> "A certificate cannot carry this name. Use letters, digits, spaces and simple punctuation.";
            case VALIDITY, BEYOND_ISSUER ->
                "The certificate would expire after the platform's own. Choose a shorter validity.";
            case ACCESS_KEY, SERVER_NAME -> "The certificate could not be made. Try again.";
        };
    }

    /** The key of a certificate, with its size. */
    public String key(ManufacturerCertificate certificate) {
        return certificate.keyAlgorithm() == KeyAlgorithm.RSA
                ? "RSA " + certificate.keyBits()
                : algorithm(certificate.keyAlgorithm());
    }

    /** When to choose this purpose. */
    public String purpose(CertificatePurpose purpose) {
        return switch (purpose) {
            case PROOF -> "Proof – devices, or the factory for them, sign their provision requests with this one key";
            case DEVICE_CA -> "Device CA – the factory signs a certificate for each device, which then has its own key";
        };
    }

    public String algorithm(KeyAlgorithm algorithm) {
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
            case EC_P256 -> "EC P-256 – small and fast, right for most devices";
            case EC_P384 -> "EC P-384 – stronger than necessary, for those who must use it";
            case RSA_3072 -> "RSA 3072 – for hardware without elliptic curves";
            case RSA_4096 -> "RSA 4096 – like RSA 3072, but slower; takes up to half a minute to make";
            case ED25519 -> "Ed25519 – smallest and fastest, if the device's libraries support it";
            case RSA -> "RSA – your own key";
        };
    }

    /** Why a certificate is deleted. */
    public String revocation(RevocationReason reason) {
        return switch (reason) {
            case UNSPECIFIED -> "No particular reason";
            case KEY_COMPROMISE -> "Its key or its token got into wrong hands";
            case SUPERSEDED -> "Another certificate takes its place";
            case CESSATION_OF_OPERATION -> "The devices are no longer made";
        };
    }
}
