package dev.muster.domain.provisioning;

import dev.muster.domain.shared.MalformedRequestException;
import dev.muster.domain.trust.CertificateSigningRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.Optional;

/**
 * A device's wish for a certificate of its own as its credential: PKCS#10 (RFC 2986), read and not yet believed. A claim
 * of a signed proof; beside a certificate that is shown in TLS a member of the body. Lives as long as the request.
 *
 * @param base64 of the DER: the standard alphabet, padded, nothing left over (RFC 4648 sections 3.5 and 4)
 */
public record DeviceCsr(String base64) {

    private static final String MEMBER = "csr";

    /**
     * The wish in claims or a body; empty where there is none.
     *
     * @throws MalformedRequestException where it is no string, no canonical base64, or no PKCS#10 in DER
     */
    static Optional<DeviceCsr> of(JsonObject members) throws MalformedRequestException {
        JsonValue value = members.get(MEMBER);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonString text
                && isCanonical(text.getString())
                && CertificateSigningRequest.isReadable(new DeviceCsr(text.getString()).der())) {
            return Optional.of(new DeviceCsr(text.getString()));
        }
        throw new MalformedRequestException("no certificate signing request in canonical base64");
    }

    /** PKCS#10, DER. */
    public byte[] der() {
        return Base64.getDecoder().decode(base64);
    }

    private static boolean isCanonical(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(text))
                    .equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
