package dev.muster.rest.provisioning;

import dev.muster.domain.shared.ProblemCode;

/** What a refused device is told beside the code: for the person who reads its log, and nothing that was sent. */
final class RefusalSentence {

    private RefusalSentence() {}

    static String of(ProblemCode code) {
        return switch (code) {
            case MALFORMED_REQUEST -> "The body or the proof in it cannot be read; see the protocol's description.";
            case INVALID_PROOF ->
                "The proof is not one by a certificate of this address, or not of this moment;"
                        + " the manufacturer finds the reason in its log by this instance.";
            case REPLAYED_PROOF -> "This proof was used before; make a new one with another jti.";
            case CERTIFICATE_REVOKED -> "The certificate was revoked; prove the device with another one.";
            case CERTIFICATE_EXPIRED -> "The certificate has expired; prove the device with another one.";
            case INVALID_IDENTIFIER -> "The identifier is not one of this manufacturer's scheme.";
            case DEVICE_NOT_IMPORTED -> "No organization has imported this device yet; import it, then try again.";
            case ALREADY_PROVISIONED ->
                "The device has used its credentials; its organization can delete the device,"
                        + " and then a new proof creates it again.";
            default -> code.title() + ".";
        };
    }
}
