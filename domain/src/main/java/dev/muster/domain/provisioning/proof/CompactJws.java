package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A signed proof as sent: header, claims and signature, decoded but not verified (RFC 7515 section 7.1). Lives as long
 * as the request.
 */
public final class CompactJws {

    /** The bound of the whole body (protocol.md, Provision request). */
    private static final int MAX_LENGTH = 16 * 1024;

    /** The parts between the dots (RFC 7515 section 7.1). */
    private static final List<String> PARTS = List.of("the header", "the payload", "the signature");

    /** Members of header and claims that the protocol names (protocol.md, Provision request). */
    private static final Set<String> KNOWN =
            Set.of("alg", "typ", "x5c", "iss", "sub", "aud", "jti", "iat", "exp", "nbf", "ath", "nonce", "csr");

    private final JsonObject header;
    private final JsonObject claims;
    private final byte[] signingInput;
    private final byte[] signature;
    private final Optional<DeviceCsr> csr;

    private CompactJws(JsonObject header, JsonObject claims, byte[] signingInput, byte[] signature)
            throws MalformedRequestException {
        this.header = header;
        this.claims = claims;
        this.csr = DeviceCsr.of(claims, "The claim csr");
        this.signingInput = signingInput;
        this.signature = signature;
    }

    /**
     * Reads a compact serialization.
     *
     * @param compact at most 16,384 characters
     * @throws MalformedRequestException if it is longer, or not three parts of canonical base64url without padding
     * @throws MalformedRequestException if the header or the payload is not a JSON object in UTF-8, or has a duplicate
     *     member
     * @throws MalformedRequestException if the claim {@code csr} cannot be read
     */
    public static CompactJws parse(String compact) throws MalformedRequestException {
        if (compact.length() > MAX_LENGTH) {
            throw new MalformedRequestException("The proof is longer than " + MAX_LENGTH + " characters.");
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != PARTS.size()) {
            throw new MalformedRequestException("The proof has " + parts.length
                    + " parts between dots; a JWS in compact form" + " has three: header, payload and signature.");
        }
        return new CompactJws(
                object(parts, 0),
                object(parts, 1),
                (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                decode(parts, 2));
    }

    private static JsonObject object(String[] parts, int part) throws MalformedRequestException {
        byte[] json = decode(parts, part);
        try {
            return StrictJson.object(json, KNOWN);
        } catch (MalformedRequestException e) {
            throw e.in(PARTS.get(part) + " of the proof");
        }
    }

    /** Each value has only one text: see {@link Base64Text}. The signature may be empty, as with {@code none}. */
    private static byte[] decode(String[] parts, int part) throws MalformedRequestException {
        return Base64Text.URL.decode(parts[part], "In the proof, " + PARTS.get(part));
    }

    /** The JOSE header; unmodifiable. */
    public JsonObject header() {
        return header;
    }

    /** The payload; unmodifiable. */
    public JsonObject claims() {
        return claims;
    }

    /** The claim {@code csr}; empty if the device wants no certificate. */
    Optional<DeviceCsr> csr() {
        return csr;
    }

    /** The signed octets: the first two parts and the dot between them, in ASCII (RFC 7515 section 5.1). */
    public byte[] signingInput() {
        return signingInput.clone();
    }

    /** The octets of the signature; may be empty. */
    public byte[] signature() {
        return signature.clone();
    }
}
