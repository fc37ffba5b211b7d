package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.issue.CertificateProfile;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.util.List;

/** The purpose of a manufacturer's certificate. */
public enum CertificatePurpose {
    /** A leaf certificate. Its key signs provision requests; the devices that carry the key share it. */
    PROOF(CertificateProfile.PROOF),
    /** A manufacturer's own authority. Its key signs a certificate for each device in the factory. */
    DEVICE_CA(CertificateProfile.DEVICE_CA);

    private final CertificateProfile profile;

    CertificatePurpose(CertificateProfile profile) {
        this.profile = profile;
    }

    /** The longest validity in days of 24 hours; the shortest is 1. */
    public int maxDays() {
        return profile.maxDays();
    }

    /**
     * Whether such a certificate can have such a key. The TLS stacks of devices and proxies verify a DEVICE_CA, and few
     * of them accept Ed25519 in a chain.
     */
    public boolean takes(KeyAlgorithm algorithm) {
        return this == PROOF || algorithm != KeyAlgorithm.ED25519;
    }

    /** The kinds of key that the server makes for it, the default first. */
    public List<KeyAlgorithm> offeredKeys() {
        return KeyAlgorithm.offered().stream().filter(this::takes).toList();
    }

    /** Whether such a certificate can accept Cervello's literal proof, which only an RSA key makes. */
    public boolean takesLiteralForm(KeyAlgorithm algorithm) {
        return this == PROOF && algorithm.isRsa();
    }

    /** @throws ProblemException {@code validation-failed} if {@link #takesLiteralForm} says no */
    void checkLiteralForm(KeyAlgorithm algorithm) {
        if (!takesLiteralForm(algorithm)) {
            throw ProblemException.invalid(
                    "Only PROOF certificates with an RSA key can take the literal form; leave it off here.");
        }
    }
}
