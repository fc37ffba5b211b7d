package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import java.util.Set;

/**
 * The body of a provision request, read and not yet believed. Lives as long as the request.
 *
 * <p>Members that no form of proof knows are ignored, so that a firmware may send what a later server understands. The
 * members of the other forms of proof are known and not ignored: a server that reads the one proof and one that reads
 * the other must not come to different devices.
 *
 * @param uniqueIdentifier as sent, neither normalized nor held to a scheme; without control characters, may be empty
 * @param attestation never null
 */
public record ProvisionRequest(String uniqueIdentifier, Attestation attestation) {

    private static final String IDENTIFIER = "uniqueIdentifier";
    private static final String SIGNED_PROOF = "proof";
    private static final String LITERAL_PROOF = "encryptionResult";
    private static final String TIMESTAMP = "timestamp";
    private static final String NONCE = "nonce";
    private static final String SIGNATURE = "signature";

    /** What the signature form brings (protocol.md, Provision request). */
    private static final Set<String> SIGNATURE_FORM = Set.of(TIMESTAMP, NONCE, SIGNATURE);

    /**
     * Reads the body.
     *
     * @param body JSON in UTF-8; the caller has bounded its length, at most 16 KiB
     * @throws MalformedRequestException where the body is not a JSON object in UTF-8, or has a member twice
     * @throws MalformedRequestException where a string in it has a control character or half a surrogate pair
     * @throws MalformedRequestException where a member of a proof is not of its type: {@code timestamp} an integer without
     *     fraction and exponent, the others strings; or {@code encryptionResult} or {@code signature} is not base64
     * @throws MalformedRequestException where there is no identifier, or no form of proof whole
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
