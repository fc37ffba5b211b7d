package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.shared.ProblemCode;

/**
 * The sentence for a refused device beside the code. It is for the person who reads the device's log, and it repeats
 * nothing that the device sent.
 */
final class RefusalSentence {

    private RefusalSentence() {}

    /** A few refusals have sentences of their own, such as a request that is not readable. */
    static String of(ProvisioningOutcome.Refused refused) {
        return switch (refused.code()) {
            case MALFORMED_REQUEST -> refused.reason();
            case RATE_LIMITED -> refused.reason() == null ? of(refused.code()) : refused.reason();
            case PROOF_FORM_DISABLED ->
                ProofRejection.named(refused.reason())
                        .flatMap(ProofRejection::deviceCertificateAdvice)
                        .orElseGet(() -> of(refused.code()));
            case BUDGET_EXHAUSTED -> refused.reason() == null ? of(refused.code()) : refused.reason();
            default -> of(refused.code());
        };
    }

    private static String of(ProblemCode code) {
        return switch (code) {
            case INVALID_PROOF ->
                "The proof is not valid for this access key, or it has expired;"
                        + " the manufacturer finds the reason in its attempts by this instance.";
            case USE_NONCE ->
                "The proof has no time, and no nonce of this server that is still valid; make a new proof with the"
                        + " nonce in Replay-Nonce.";
            case REPLAYED_PROOF -> "This proof was used before; make a new proof with another jti or nonce.";
            case CERTIFICATE_REVOKED -> "The certificate was revoked; prove the device with another certificate.";
            case CERTIFICATE_EXPIRED -> "The certificate has expired; prove the device with another certificate.";
            case MANUFACTURER_SUSPENDED ->
                "The manufacturer is suspended: its devices cannot join until it is resumed.";
            case BUDGET_EXHAUSTED ->
                "The certificate has reached its device limit; prove the device with another certificate.";
            case PROOF_FORM_DISABLED ->
                "The certificate does not accept this form of proof; send a signed proof, or have this form turned on.";
            case RATE_LIMITED ->
                "Too many devices prove themselves by this certificate at the moment; try again later.";
            case INVALID_IDENTIFIER -> "The identifier does not match this manufacturer's scheme.";
            case DEVICE_NOT_IMPORTED -> "No organization has imported this device yet; import it, then try again.";
            case ORGANIZATION_SUSPENDED ->
                "The device's organization is suspended: its devices cannot join until it is resumed.";
            case ALREADY_PROVISIONED ->
                "The device has its credentials, and the server does not give them out again. If the device has lost"
                        + " them, its organization can allow it to be provisioned again.";
            case VALIDATION_FAILED ->
                "The server cannot make a certificate for this certificate signing request. Its own key must sign it,"
                        + " with SHA-256 or longer, and the kind of key must be supported; see the protocol.";
            case DEVICE_INVALIDATED ->
                "The certificate that proved this device was revoked; provision the device with another certificate.";
            case CREDENTIALS_SUSPENDED ->
                "The device's organization has suspended its credentials, or is suspended itself; they work again when"
                        + " that ends.";
            default -> code.title() + ".";
        };
    }
}
