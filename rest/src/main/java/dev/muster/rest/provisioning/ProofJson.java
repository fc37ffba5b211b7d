package dev.muster.rest.provisioning;

/**
 * A provision request, for the API's description; it is read by the domain.
 *
 * @param uniqueIdentifier what the manufacturer calls unique
 * @param proof compact JWS; with the claim {@code csr} (PKCS#10 in DER, base64) the device gets a certificate for its own
 *     key in place of a token
 * @param timestamp with {@code nonce} and {@code signature} in place of {@code proof}, the signature form: seconds since
 *     the epoch, 0 of a device without a clock
 * @param nonce of the signature form: 16 to 128 printable characters; with {@code timestamp} 0 one of the server
 * @param signature of the signature form: base64
 * @param encryptionResult in place of {@code proof}, the literal form: base64
 */
public record ProofJson(
        String uniqueIdentifier,
        String proof,
        Long timestamp,
        String nonce,
        String signature,
        String encryptionResult) {}
