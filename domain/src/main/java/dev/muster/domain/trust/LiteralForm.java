package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.key.KeyAlgorithm;

/** Which certificates Cervello's literal proof can be turned on for (protocol.md, Provision request). */
final class LiteralForm {

    private LiteralForm() {}

    /** @throws ProblemException {@code validation-failed} where it cannot */
    static void check(CertificatePurpose purpose, KeyAlgorithm algorithm) {
        if (!purpose.takesLiteralForm(algorithm)) {
            throw ProblemException.invalid(
                    "The literal form is possible for PROOF certificates with an RSA key alone; leave it off here.");
        }
    }
}
