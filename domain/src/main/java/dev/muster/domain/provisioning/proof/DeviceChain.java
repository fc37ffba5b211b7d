package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.json.JsonKind;
import dev.muster.domain.shared.json.MalformedRequestException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The device's certificate in a proof, with its issuers: decoded but not verified (RFC 7515 section 4.1.6).
 *
 * @param certificates perhaps DER, the device's first; at least one
 */
public record DeviceChain(List<byte[]> certificates) {

    public static final String MEMBER = "x5c";

    /**
     * The chain in a proof's header; empty if the header has none.
     *
     * @throws MalformedRequestException if it is not a list of strings in canonical base64, or if the list is empty
     */
    public static Optional<DeviceChain> of(JsonObject header) throws MalformedRequestException {
        if (!header.containsKey(MEMBER)) {
            return Optional.empty();
        }
        if (!(header.get(MEMBER) instanceof JsonArray members) || members.isEmpty()) {
            throw new MalformedRequestException(
                    "The member x5c of the proof's header has to be an array of certificates, at least one.");
        }
        List<byte[]> certificates = new ArrayList<>();
        for (JsonValue member : members) {
            certificates.add(certificate(member, "The member x5c[" + certificates.size() + "] of the proof's header"));
        }
        return Optional.of(new DeviceChain(certificates));
    }

    /**
     * The chain without the certificates that the server has itself: the root, and the one in the place of the issuer,
     * which is the last one above the device's own.
     */
    public List<byte[]> below(byte[] root) {
        List<byte[]> below = withoutRoot(root);
        return below.size() > 1 ? below.subList(0, below.size() - 1) : below;
    }

    /** Whether the certificate in the place of the issuer, if there is one, is the issuer's. */
    public boolean endsWith(byte[] issuer, byte[] root) {
        List<byte[]> below = withoutRoot(root);
        return below.size() == 1 || Arrays.equals(below.getLast(), issuer);
    }

    /** Whether the last certificate is this root's. */
    public boolean hasRoot(byte[] root) {
        return Arrays.equals(certificates.getLast(), root);
    }

    /** Whether a certificate is in the chain twice: each must certify the one before it (RFC 7515 section 4.1.6). */
    public boolean hasRepeats() {
        long different = certificates.stream().map(ByteBuffer::wrap).distinct().count();
        return different < certificates.size();
    }

    private List<byte[]> withoutRoot(byte[] root) {
        int last = certificates.size() - 1;
        boolean ends = last > 1 && Arrays.equals(certificates.get(last), root);
        return ends ? certificates.subList(0, last) : certificates;
    }

    /** Standard base64, not base64url (RFC 7515 section 4.1.6). */
    private static byte[] certificate(JsonValue member, String where) throws MalformedRequestException {
        if (member instanceof JsonString text) {
            return Base64Text.STANDARD.decode(text.getString(), where);
        }
        throw new MalformedRequestException(
                where + " has to be a string, DER in base64; it is " + JsonKind.of(member) + ".");
    }
}
