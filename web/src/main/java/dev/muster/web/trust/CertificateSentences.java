package dev.muster.web.trust;

import dev.muster.domain.trust.CertificateRefusedException.Reason;
import dev.muster.domain.trust.KeyAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Sentences for people about certificates. */
@Named
@ApplicationScoped
public class CertificateSentences {

    /** Why a certificate could not be made, and what to do. */
    static String of(Reason reason) {
        return switch (reason) {
            case NAME -> "A certificate cannot carry this name. Use letters, digits, spaces and simple punctuation.";
            case VALIDITY, BEYOND_ISSUER ->
                "The certificate would outlive the platform's own. Choose a shorter validity.";
            case ACCESS_KEY, SERVER_NAME -> "The certificate could not be made. Try again.";
        };
    }

    public String algorithm(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> "EC P-256";
            case RSA_3072 -> "RSA 3072";
        };
    }

    /** The algorithm as it is offered, with what it is good for. */
    public String offer(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> "EC P-256 – small and fast, right for most devices";
            case RSA_3072 -> "RSA 3072 – for hardware without elliptic curves";
        };
    }
}
