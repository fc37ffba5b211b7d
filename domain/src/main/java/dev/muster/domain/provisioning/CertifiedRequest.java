package dev.muster.domain.provisioning;

import dev.muster.domain.provisioning.proof.DeviceCsr;
import dev.muster.domain.provisioning.proof.RequestMembers;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a provision request whose proof is the certificate that was shown in TLS. Lives as long as the request.
 *
 * @param uniqueIdentifier as sent; {@code null} if only the certificate names the device
 * @param bringsProof whether the body has a proof of another form, too
 * @param csr if the device wants a certificate instead of a token; otherwise {@code null}
 */
public record CertifiedRequest(
        @Nullable String uniqueIdentifier,
        boolean bringsProof,
        @Nullable DeviceCsr csr) {

    private static final String IDENTIFIER = "uniqueIdentifier";

    /** Members of the proofs that are sent in a body (protocol.md, Provision request). */
    private static final Set<String> PROOFS = Set.of("proof", "encryptionResult", "timestamp", "nonce", "signature");

    /**
     * Reads the body.
     *
     * @param body JSON in UTF-8, or empty; the caller has bounded its length, at most 16 KiB
     * @throws MalformedRequestException if it is neither empty nor a JSON object in UTF-8, or has a duplicate member
     * @throws MalformedRequestException if {@code uniqueIdentifier} is not a string, or has a control character or half
     *     a surrogate pair
     * @throws MalformedRequestException if {@code csr} cannot be read
     */
    public static CertifiedRequest parse(byte[] body) throws MalformedRequestException {
        if (body.length == 0) {
            return new CertifiedRequest(null, false, null);
        }
        JsonObject json = StrictJson.object(body, RequestMembers.KNOWN);
        RequestMembers members = new RequestMembers(json);
        if (members.has(IDENTIFIER)) {
            members.requireText(IDENTIFIER);
        }
        return new CertifiedRequest(
                members.has(IDENTIFIER) ? members.string(IDENTIFIER) : null,
                PROOFS.stream().anyMatch(members::has),
                DeviceCsr.of(json, "The member csr").orElse(null));
    }
}
