package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProvisionRequest;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Handles a provision request, from its body to its outcome. Every attempt is recorded with its outcome, in the same
 * transaction. The checks have the order of protocol.md: before the proof is verified, the answer says nothing about
 * certificates, identifiers or devices.
 */
@Access(Rule.DEVICE)
@Stateless
public class ProvisioningService {

    @Inject
    private CertificateRepository certificates;

    @Inject
    private ProofVerification verification;

    @Inject
    private DeviceCreation creation;

    @Inject
    private AttemptLog attempts;

    @Inject
    private Clock clock;

    /**
     * Provisions the device, or returns the reason why it does not.
     *
     * @param accessKey from the request's path, as sent
     * @param body at most 16 KiB
     * @param source address that the request came from
     */
    public ProvisioningOutcome provision(String accessKey, byte[] body, String source) {
        Instant now = clock.instant();
        UUID attemptId = UUID.randomUUID();
        Optional<ManufacturerCertificate> certificate = certificates.byAccessKey(accessKey);
        String identifier = null;
        JudgedAttempt judged;
        try {
            ProvisionRequest request = ProvisionRequest.parse(body);
            identifier = request.uniqueIdentifier();
            judged = judge(attemptId, accessKey, certificate, request, now);
        } catch (MalformedRequestException e) {
            judged = JudgedAttempt.of(ProvisioningOutcome.Refused.unreadable(attemptId, e));
        }
        attempts.record(judged, certificate, identifier, source, now);
        return judged.outcome();
    }

    private JudgedAttempt judge(
            UUID attemptId,
            String accessKey,
            Optional<ManufacturerCertificate> certificate,
            ProvisionRequest request,
            Instant now)
            throws MalformedRequestException {
        String sent = request.uniqueIdentifier();
        return switch (verification.verify(accessKey, certificate, request, now)) {
            case ProofVerdict.Verified(var claims) ->
                creation.create(attemptId, certificate.orElseThrow(), ProvenDevice.signed(sent, claims));
            case ProofVerdict.VerifiedLiterally(var normalized) ->
                creation.create(attemptId, certificate.orElseThrow(), ProvenDevice.literally(sent, normalized));
            case ProofVerdict.Rejected(var reason) ->
                JudgedAttempt.of(ProvisioningOutcome.Refused.proof(attemptId, reason));
        };
    }
}
