package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.provisioning.attempt.AttemptSubject;
import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.provisioning.attempt.AttemptRepository;
import dev.muster.ejb.provisioning.credential.Peer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Records what came of attempts that were made by showing a certificate in TLS. */
@ApplicationScoped
public class ConnectionAttempts {

    @Inject
    private AttemptRepository attempts;

    /**
     * @param identifier as the request says, {@code null} where it does not and the peer's certificate does
     * @param source address that the peer connects from
     */
    void record(JudgedAttempt finding, Peer peer, String identifier, String source, Instant now) {
        ProvisioningOutcome outcome = finding.outcome();
        String said = identifier == null ? peer.identifierShown() : identifier;
        AttemptSubject subject = new AttemptSubject(
                peer.named().map(certificate -> certificate.manufacturer().id()).orElse(null),
                peer.named().map(ManufacturerCertificate::id).orElse(null),
                finding.organizationId(),
                said,
                said == null ? null : ProofVerification.normalize(peer.named(), said),
                source);
        String reason = outcome instanceof ProvisioningOutcome.Refused refused ? refused.reason() : null;
        attempts.add(new ProvisioningAttempt(outcome.attemptId(), subject, AttemptOutcome.of(outcome), reason, now));
    }
}
