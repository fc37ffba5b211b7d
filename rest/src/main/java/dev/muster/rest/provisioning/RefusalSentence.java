package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProofRejection;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.ProblemCode;

/** What a refused device is told beside the code: for the person who reads its log, and nothing that was sent. */
final class RefusalSentence {

    private RefusalSentence() {}

    /** What cannot be read, and a certificate that is no device's, have a sentence of their own. */
    static String of(ProvisioningOutcome.Refused refused) {
        return switch (refused.code()) {
            case MALFORMED_REQUEST -> refused.reason();
            case PROOF_FORM_DISABLED ->
                ProofRejection.named(refused.reason())
                        .flatMap(ProofRejection::deviceCertificateAdvice)
                        .orElseGet(() -> of(refused.code()));
            default -> of(refused.code());
        };
    }

    private static String of(ProblemCode code) {
        return switch (code) {
            case INVALID_PROOF ->
                "The proof is not one by a certificate of this address, or not of this moment;"
                        + " the manufacturer finds the reason in its log by this instance.";
            case USE_NONCE ->
                "The proof has neither a time nor a nonce of this server that still counts; make it again with the one in"
                        + " Replay-Nonce.";
            case REPLAYED_PROOF -> "This proof was used before; make a new one with another jti or nonce.";
            case CERTIFICATE_REVOKED -> "The certificate was revoked; prove the device with another one.";
            case CERTIFICATE_EXPIRED -> "The certificate has expired; prove the device with another one.";
            case MANUFACTURER_SUSPENDED ->
                "The manufacturer is suspended: its devices cannot join until it is resumed.";
            case BUDGET_EXHAUSTED ->
                "The certificate has proved as many devices as it may; prove the device with another one.";
            case PROOF_FORM_DISABLED ->
                "The certificate does not take this form of proof; send a signed proof, or have the form turned on.";
            case RATE_LIMITED ->
                "Too many devices prove themselves by this certificate at the moment; try again later.";
            case INVALID_IDENTIFIER -> "The identifier is not one of this manufacturer's scheme.";
            case DEVICE_NOT_IMPORTED -> "No organization has imported this device yet; import it, then try again.";
            case ALREADY_PROVISIONED ->
                "The device has its credentials, and they are not given out again; where it has lost them, its organization"
                        + " can allow that it is provisioned again.";
            case VALIDATION_FAILED ->
                "The certificate signing request can have no certificate: its signature has to be by its own key, with SHA-256"
                        + " or longer, and the key one that is taken; see the protocol's description.";
            case DEVICE_INVALIDATED ->
                "The certificate that proved this device was revoked; it has to be provisioned with another one.";
            case CREDENTIALS_SUSPENDED ->
                "The device's organization has suspended its credentials; they count again when it resumes them.";
            default -> code.title() + ".";
        };
    }
}
