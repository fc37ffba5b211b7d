package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import java.util.Set;

/**
 * The body of a provision request, read but not verified. Lives as long as the request.
 *
 * <p>Ignores members that no form of proof has, so that a firmware may send members for later servers. A body with
 * members of two forms of proof is refused: two servers that read different proofs must not find different devices.
 *
 * @param uniqueIdentifier as sent, neither normalized nor checked against a scheme; without control characters, may be
 *     empty
 */
public record ProvisionRequest(String uniqueIdentifier, Attestation attestation) {

    private static final String IDENTIFIER = "uniqueIdentifier";
    private static final String SIGNED_PROOF = "proof";
    private static final String LITERAL_PROOF = "encryptionResult";
    private static final String TIMESTAMP = "timestamp";
    private static final String NONCE = "nonce";
    private static final String SIGNATURE = "signature";

    /** The members of the signature form (protocol.md, Provision request). */
    private static final Set<String> SIGNATURE_FORM = Set.of(TIMESTAMP, NONCE, SIGNATURE);

    /**
     * Reads the body.
     *
     * @param body JSON in UTF-8; the caller has bounded its length, at most 16 KiB
     * @throws MalformedRequestException if the body is not a JSON object in UTF-8, or has a duplicate member
     * @throws MalformedRequestException if a string in it has a control character or half a surrogate pair
     * @throws MalformedRequestException if a member of a proof has the wrong type: {@code timestamp} is an integer
     *     without fraction and exponent, the others are strings; or if {@code encryptionResult} or {@code signature} is
     *     not base64
     * @throws MalformedRequestException if the identifier or a member of the proof is missing
     */
    public static ProvisionRequest parse(byte[] body) throws MalformedRequestException {
        RequestMembers members = new RequestMembers(StrictJson.object(body, RequestMembers.KNOWN));
        members.requireText();
        return new ProvisionRequest(members.string(IDENTIFIER), attestation(members));
    }

    private static Attestation attestation(RequestMembers members) throws MalformedRequestException {
        boolean signed = members.has(SIGNED_PROOF);
        boolean literal = members.has(LITERAL_PROOF);
        boolean bare = SIGNATURE_FORM.stream().anyMatch(members::has);
        if (signed && (literal || bare) || literal && bare) {
            return new Attestation.Unacceptable(ProofRejection.SEVERAL_PROOFS);
        }
        if (bare) {
            return new Attestation.SignatureProof(
                    members.integer(TIMESTAMP), members.string(NONCE), members.base64(SIGNATURE));
        }
        return literal
                ? new Attestation.LiteralProof(members.base64(LITERAL_PROOF))
                : new Attestation.SignedProof(members.string(SIGNED_PROOF));
    }
}
