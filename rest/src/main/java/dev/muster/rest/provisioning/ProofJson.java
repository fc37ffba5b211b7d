package dev.muster.rest.provisioning;

/**
 * A provision request, for the API's description; it is read by the domain.
 *
 * @param uniqueIdentifier what the manufacturer calls unique
 * @param proof compact JWS
 * @param encryptionResult in place of {@code proof}, the literal form: base64
 */
public record ProofJson(String uniqueIdentifier, String proof, String encryptionResult) {}
