package dev.muster.rest.provisioning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A provision request, for the API's description; the domain reads it.
 *
 * @param uniqueIdentifier what the manufacturer calls unique
 * @param proof compact JWS; with the claim {@code csr} (PKCS#10 in DER, base64) the device gets a certificate for its
 *     own key instead of a token
 * @param timestamp of the signature form, which has {@code timestamp}, {@code nonce} and {@code signature} instead of
 *     {@code proof}: seconds since the epoch; 0 if the device has no clock
 * @param nonce of the signature form: 16 to 128 printable characters; with {@code timestamp} 0 a nonce of the server
 * @param signature of the signature form: base64
 * @param encryptionResult of the literal form, instead of {@code proof}: base64
 */
@Schema(name = "ProvisionRequest")
public record ProofJson(
        String uniqueIdentifier,
        String proof,
        Long timestamp,
        String nonce,
        String signature,
        String encryptionResult) {}
