package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.issue.CertificateProfile;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.util.List;

/** What a manufacturer's certificate is for. */
public enum CertificatePurpose {
    /** A leaf whose key, shared by the devices that carry it, signs provision requests. */
    PROOF(CertificateProfile.PROOF),
    /** An authority of the manufacturer's own, whose key signs a certificate for each device in the factory. */
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
     * Whether such a certificate can have such a key: a DEVICE_CA is verified by the TLS stacks of devices and proxies, of
     * which few take Ed25519 in a chain.
     */
    public boolean takes(KeyAlgorithm algorithm) {
        return this == PROOF || algorithm != KeyAlgorithm.ED25519;
    }

    /** The kinds of key that are made here for it, the default first. */
    public List<KeyAlgorithm> offeredKeys() {
        return KeyAlgorithm.offered().stream().filter(this::takes).toList();
    }

    /** Whether Cervello's literal proof can be believed under it: it is RSA's alone, and a proof's. */
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
