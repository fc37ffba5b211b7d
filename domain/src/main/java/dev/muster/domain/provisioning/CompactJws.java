package dev.muster.domain.provisioning;

import dev.muster.domain.shared.MalformedRequestException;
import dev.muster.domain.shared.StrictJson;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed proof as it was sent: header, claims and signature, decoded and not yet believed (RFC 7515 section 7.1).
 * Lives as long as the request.
 */
public final class CompactJws {

    /** As much as the whole body may have (protocol.md, Provision request). */
    private static final int MAX_LENGTH = 16 * 1024;

    /**
     * Three parts in the alphabet of base64url, without padding and white space (RFC 7515 section 2). The signature may
     * be empty: a proof with {@code none} can be read, and is refused as a wrong one.
     */
    private static final Pattern PARTS = Pattern.compile("(([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+))\\.([A-Za-z0-9_-]*)");

    private final JsonObject header;
    private final JsonObject claims;
    private final byte[] signingInput;
    private final byte[] signature;
    private final Optional<DeviceCsr> csr;

    private CompactJws(JsonObject header, JsonObject claims, byte[] signingInput, byte[] signature)
            throws MalformedRequestException {
        this.header = header;
        this.claims = claims;
        this.csr = DeviceCsr.of(claims);
        this.signingInput = signingInput;
        this.signature = signature;
    }

    /**
     * Reads a compact serialization.
     *
     * @param compact at most 16,384 characters
     * @throws MalformedRequestException where it is longer, or not three parts of canonical base64url without padding
     * @throws MalformedRequestException where the header or the payload is not a JSON object in UTF-8, or has a member
     *     twice
     * @throws MalformedRequestException where the claim {@code csr} is there and none that can be read
     */
    public static CompactJws parse(String compact) throws MalformedRequestException {
        if (compact.length() > MAX_LENGTH) {
            throw new MalformedRequestException("a JWS longer than " + MAX_LENGTH);
        }
        Matcher parts = PARTS.matcher(compact);
        if (!parts.matches()) {
            throw new MalformedRequestException("not a compact JWS");
        }
        return new CompactJws(
                StrictJson.object(decode(parts.group(2))),
                StrictJson.object(decode(parts.group(3))),
                parts.group(1).getBytes(StandardCharsets.US_ASCII),
                decode(parts.group(4)));
    }

    /** The JOSE header; never null, unmodifiable. */
    public JsonObject header() {
        return header;
    }

    /** The payload; never null, unmodifiable. */
    public JsonObject claims() {
        return claims;
    }

    /** The claim {@code csr}: what the device wants a certificate for. */
    Optional<DeviceCsr> csr() {
        return csr;
    }

    /** What was signed: the ASCII characters of the first two parts and the dot between (RFC 7515 section 5.1). */
    public byte[] signingInput() {
        return signingInput.clone();
    }

    /** The signature's octets; may be empty. */
    public byte[] signature() {
        return signature.clone();
    }

    /**
     * Decodes what the alphabet has already been checked of. One text for one value: bits that are left over must be
     * zero, and a length that no bytes have is refused (RFC 4648 section 3.5).
     */
    private static byte[] decode(String base64Url) throws MalformedRequestException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64Url);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64Url)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // a single character left over: refused like any other non-canonical text
        }
        throw new MalformedRequestException("not canonical base64url");
    }
}
