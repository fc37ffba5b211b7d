package dev.muster.domain.provisioning;

import dev.muster.domain.shared.MalformedRequestException;
import dev.muster.domain.shared.StrictJson;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.Base64;
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
        JsonObject members = StrictJson.object(body);
        for (JsonValue value : members.values()) {
            if (value instanceof JsonString string && hasNoText(string.getString())) {
                throw new MalformedRequestException("a control character");
            }
        }
        return new ProvisionRequest(string(members, IDENTIFIER), attestation(members));
    }

    private static Attestation attestation(JsonObject members) throws MalformedRequestException {
        boolean signed = members.containsKey(SIGNED_PROOF);
        boolean literal = members.containsKey(LITERAL_PROOF);
        boolean bare = members.keySet().stream().anyMatch(SIGNATURE_FORM::contains);
        if (signed && (literal || bare) || literal && bare) {
            return new Attestation.Unacceptable(ProofRejection.SEVERAL_PROOFS);
        }
        if (bare) {
            return new Attestation.SignatureProof(
                    integer(members, TIMESTAMP), string(members, NONCE), base64(string(members, SIGNATURE)));
        }
        return literal
                ? new Attestation.LiteralProof(base64(string(members, LITERAL_PROOF)))
                : new Attestation.SignedProof(string(members, SIGNED_PROOF));
    }

    /** One text for one value: the standard alphabet, padded, nothing left over (RFC 4648 sections 3.5 and 4). */
    private static byte[] base64(String text) throws MalformedRequestException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length > 0 && Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // another alphabet or a wrong length: refused like any other non-canonical text
        }
        throw new MalformedRequestException("not canonical base64");
    }

    /** Written with digits alone: what the signature covers is what was sent. */
    private static BigInteger integer(JsonObject members, String name) throws MalformedRequestException {
        if (members.get(name) instanceof JsonNumber number && number.isIntegral()) {
            return number.bigIntegerValueExact();
        }
        throw new MalformedRequestException("no integer " + name);
    }

    private static String string(JsonObject members, String name) throws MalformedRequestException {
        if (members.get(name) instanceof JsonString string) {
            return string.getString();
        }
        throw new MalformedRequestException("no string " + name);
    }

    /** Control characters (RFC 8259 section 7 lets them be escaped), and what UTF-8 cannot express. */
    private static boolean hasNoText(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
