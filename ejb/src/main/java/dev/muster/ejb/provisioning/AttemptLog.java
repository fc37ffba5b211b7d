package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.provisioning.attempt.AttemptSubject;
import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.provisioning.attempt.AttemptRepository;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records every attempt with its outcome, in the transaction of the attempt. */
@ApplicationScoped
public class AttemptLog {

    @Inject
    private AttemptRepository attempts;

    /**
     * Adds an attempt.
     *
     * @param certificate the manufacturer's certificate that the device named; empty if it named none that we know
     * @param identifier as the device sent it; {@code null} if it sent none
     * @param source address that the device connects from
     */
    void record(
            JudgedAttempt judged,
            Optional<ManufacturerCertificate> certificate,
            @Nullable String identifier,
            String source,
            Instant now) {
        ProvisioningOutcome outcome = judged.outcome();
        AttemptSubject subject = new AttemptSubject(
                certificate.map(named -> named.manufacturer().id()).orElse(null),
                certificate.map(ManufacturerCertificate::id).orElse(null),
                judged.organizationId(),
                identifier,
                identifier == null ? null : ProofVerification.normalize(certificate, identifier),
                source);
        String reason = outcome instanceof ProvisioningOutcome.Refused refused ? refused.reason() : null;
        attempts.add(new ProvisioningAttempt(outcome.attemptId(), subject, AttemptOutcome.of(outcome), reason, now));
        if (outcome instanceof ProvisioningOutcome.Refused refused) {
            tell(refused, subject);
        }
    }

    /** A device that is asked for a nonce goes on at once. What is no event elsewhere refuses a device here. */
    private static void tell(ProvisioningOutcome.Refused refused, AttemptSubject subject) {
        if (refused.code() != ProblemCode.USE_NONCE) {
            EventKind kind = EventKind.of(refused.code()).orElse(EventKind.PROVISIONING_REFUSED);
            SecurityLog.write(SecurityEvent.of(kind)
                    .with("reason", refused.code().code())
                    .with("manufacturer", subject.manufacturerId())
                    .with("certificate", subject.certificateId())
                    .with("organization", subject.organizationId())
                    .with("attempt", refused.attemptId()));
        }
    }
}
