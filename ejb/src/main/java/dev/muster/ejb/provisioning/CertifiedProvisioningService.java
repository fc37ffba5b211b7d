package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.CertifiedRequest;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.provisioning.credential.Peer;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Handles a provision request whose proof is the certificate that the device has shown in TLS. After the proof it does
 * the same as {@link ProvisioningService}: every attempt is recorded with its outcome, in the same transaction. If the
 * certificate is a device's credential, it proves only that device, and a new one is issued.
 */
@Access(Rule.DEVICE)
@Stateless
public class CertifiedProvisioningService {

    @Inject
    private PeerRecognition recognition;

    @Inject
    private DeviceCreation creation;

    @Inject
    private CertificateRenewal renewal;

    @Inject
    private AttemptLog attempts;

    @Inject
    private Clock clock;

    /**
     * Provisions the device, or returns the reason why it does not.
     *
     * @param shown the certificate; its chain is empty if the device showed none
     * @param body at most 16 KiB; may be empty, because the certificate names the device
     */
    public ProvisioningOutcome provision(DeviceLogin.Certificate shown, byte[] body) {
        Instant now = clock.instant();
        UUID attemptId = UUID.randomUUID();
        Peer peer = recognition.recognize(shown.chain(), now);
        String identifier = null;
        JudgedAttempt judged;
        try {
            CertifiedRequest request = CertifiedRequest.parse(body);
            identifier = request.uniqueIdentifier();
            judged = judge(attemptId, peer, request, shown.chain());
        } catch (MalformedRequestException e) {
            judged = JudgedAttempt.of(ProvisioningOutcome.Refused.unreadable(attemptId, e));
        }
        String named = identifier == null ? peer.identifierShown() : identifier;
        attempts.record(judged, peer.named(), named, shown.source(), now);
        return judged.outcome();
    }

    private JudgedAttempt judge(UUID attemptId, Peer peer, CertifiedRequest request, List<byte[]> chain) {
        return switch (peer) {
            case Peer.Stranger any when chain.isEmpty() -> rejected(attemptId, ProofRejection.NO_CERTIFICATE_SHOWN);
            case Peer.Stranger any -> rejected(attemptId, ProofRejection.DEVICE_CERTIFICATE_REFUSED);
            case Peer any when request.bringsProof() -> rejected(attemptId, ProofRejection.SEVERAL_PROOFS);
            case Peer any when !isNamed(any, request) -> rejected(attemptId, ProofRejection.WRONG_SUBJECT);
            case Peer.Device device ->
                creation.create(attemptId, device.authority(), ProvenDevice.connected(device, request.csr()));
            case Peer.Holder holder -> renewal.renew(attemptId, holder, request.csr());
            case Peer.NoDevice(var shown, var reason) ->
                JudgedAttempt.of(
                        new ProvisioningOutcome.Refused(attemptId, ProblemCode.PROOF_FORM_DISABLED, reason.name()));
        };
    }

    /**
     * The body may leave the identifier out. An identifier that breaks the scheme is refused later, with its own code.
     */
    private static boolean isNamed(Peer peer, CertifiedRequest request) {
        String identifier = request.uniqueIdentifier();
        String shown = peer.identifierShown();
        return identifier == null
                || shown == null
                || shown.isEmpty()
                || ProofVerification.normalize(peer.named(), identifier)
                        .equals(ProofVerification.normalize(peer.named(), shown));
    }

    private static JudgedAttempt rejected(UUID attemptId, ProofRejection reason) {
        return JudgedAttempt.of(ProvisioningOutcome.Refused.proof(attemptId, reason));
    }
}
