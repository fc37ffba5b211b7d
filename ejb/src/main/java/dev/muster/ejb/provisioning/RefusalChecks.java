package dev.muster.ejb.provisioning;

import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.DeviceSubject;
import dev.muster.ejb.provisioning.credential.WantedCertificate;
import dev.muster.ejb.trust.RsaMinimum;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Reasons to refuse a verified proof before its enrollment is looked up, in the order of protocol.md. */
@ApplicationScoped
public class RefusalChecks {

    @Inject
    private ProofSpending spending;

    @Inject
    private ProvenIdentifierRepository proven;

    @Inject
    private CertificateRates rates;

    @Inject
    private RsaMinimum rsa;

    /** @param certificate locked, and read again */
    Optional<ProblemCode> check(ManufacturerCertificate certificate, ProvenDevice proof, Instant now) {
        if (spending.isSpent(certificate, proof)) {
            return Optional.of(ProblemCode.REPLAYED_PROOF);
        }
        if (proof.isLiteral() && !certificate.isLiteralForm()) {
            return Optional.of(ProblemCode.PROOF_FORM_DISABLED);
        }
        return ofCertificate(certificate, now)
                .or(() -> ofManufacturer(certificate))
                .or(() -> ofBudget(certificate, proof))
                .or(() -> ofRate(certificate))
                .or(() -> ofIdentifier(certificate, proof))
                .or(() -> ofWanted(proof));
    }

    /**
     * Reasons that the certificate itself gives. Only these also stop a device that exists; a suspension of its
     * manufacturer does not.
     */
    static Optional<ProblemCode> ofCertificate(ManufacturerCertificate certificate, Instant now) {
        if (certificate.isRevoked(now)) {
            return Optional.of(ProblemCode.CERTIFICATE_REVOKED);
        }
        return when(certificate.isExpired(now), ProblemCode.CERTIFICATE_EXPIRED);
    }

    private static Optional<ProblemCode> ofManufacturer(ManufacturerCertificate certificate) {
        return when(certificate.manufacturer().isSuspended(), ProblemCode.MANUFACTURER_SUSPENDED);
    }

    private Optional<ProblemCode> ofBudget(ManufacturerCertificate certificate, ProvenDevice proof) {
        return when(proven.isLimitReached(certificate, proof.uniqueIdentifier()), ProblemCode.BUDGET_EXHAUSTED);
    }

    private Optional<ProblemCode> ofRate(ManufacturerCertificate certificate) {
        return when(!rates.admits(certificate), ProblemCode.RATE_LIMITED);
    }

    private static Optional<ProblemCode> ofIdentifier(ManufacturerCertificate certificate, ProvenDevice proof) {
        IdentifierRules rules = certificate.manufacturer().identifierRules();
        boolean breaksScheme = proof.uniqueIdentifier().isEmpty()
                || rules.checkWanted(proof.entered()).isPresent();
        boolean unnameable = proof.wantsCertificate() && !DeviceSubject.isPossible(proof.uniqueIdentifier());
        return when(breaksScheme || unnameable, ProblemCode.INVALID_IDENTIFIER);
    }

    private Optional<ProblemCode> ofWanted(ProvenDevice proof) {
        return proof.wanted().filter(wanted -> !isPossible(wanted)).map(wanted -> ProblemCode.VALIDATION_FAILED);
    }

    /** Whether the server can make the certificate that a device wants. */
    boolean isPossible(WantedCertificate wanted) {
        return wanted.key().filter(rsa::admits).isPresent();
    }

    private static Optional<ProblemCode> when(boolean so, ProblemCode code) {
        return so ? Optional.of(code) : Optional.empty();
    }
}
