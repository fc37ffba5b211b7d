package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.json.JsonKind;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.CertificateSigningRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A device's request for a certificate as its credential: PKCS#10 (RFC 2986), read but not verified. It is a claim of a
 * signed proof, or a member of the body if the proof is a certificate shown in TLS. Lives as long as the request.
 *
 * @param base64 of the DER: standard alphabet, padded, canonical (RFC 4648 sections 3.5 and 4)
 */
public record DeviceCsr(String base64) {

    private static final String MEMBER = "csr";

    /**
     * The CSR in claims or a body; empty if there is none.
     *
     * @param where begins the sentence for the sender, such as "The claim csr"
     * @throws MalformedRequestException if it is not a string, not canonical base64, or not PKCS#10 in DER
     */
    public static Optional<DeviceCsr> of(JsonObject members, String where) throws MalformedRequestException {
        JsonValue value = members.get(MEMBER);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text)) {
            throw new MalformedRequestException(where + " has to be a string, PKCS#10 in DER and then in base64; it is "
                    + JsonKind.of(value) + ".");
        }
        byte[] der = Base64Text.STANDARD.decode(text.getString(), where);
        if (!CertificateSigningRequest.isReadable(der)) {
            throw new MalformedRequestException(where + " " + fault(der) + ".");
        }
        return Optional.of(new DeviceCsr(text.getString()));
    }

    /** PKCS#10, DER. */
    public byte[] der() {
        return Base64.getDecoder().decode(base64);
    }

    private static String fault(byte[] octets) {
        if (new String(octets, StandardCharsets.ISO_8859_1).contains("-----BEGIN")) {
            return "is base64 of PEM; decode the PEM's own base64 first, and send base64 of the DER";
        }
        int end = octets.length;
        while (end > 0 && octets[end - 1] == 0) {
            end--;
        }
        if (end < octets.length && CertificateSigningRequest.isReadable(Arrays.copyOf(octets, end))) {
            return "has a NUL byte after the DER, at byte offset " + end + "; leave it out";
        }
        return octets.length == 0
                ? "is empty"
                : "is not a certificate signing request (PKCS#10) in DER, or has something after it";
    }
}
