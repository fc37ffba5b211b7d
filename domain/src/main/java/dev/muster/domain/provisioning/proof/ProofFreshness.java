package dev.muster.domain.provisioning.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a proof shows that it is fresh and which proof it is: by its times and its id, or by a nonce of the server
 * instead of both if the device has no clock (protocol.md, Provision request).
 */
public final class ProofFreshness {

    private static final String NONCE = "nonce";

    /** Printable ASCII without the space (RFC 20); long enough for 64 unpredictable bits in any encoding. */
    private static final Pattern PROOF_ID = Pattern.compile("[!-~]{16,128}");

    private ProofFreshness() {}

    /**
     * Why the device must sign again with a nonce of the server; empty if it need not. Only the request and the
     * server's own key decide that, not the certificate, so everyone may know.
     */
    public static Optional<ProofRejection> demandNonce(
            JsonObject claims, String accessKey, ServerNonces nonces, Instant now) {
        if (claims.containsKey(NONCE)) {
            return nonces.check(text(claims, NONCE), accessKey, now);
        }
        boolean timeless = !claims.containsKey("iat") && !claims.containsKey("exp");
        return timeless ? Optional.of(ProofRejection.NONCE_NEEDED) : Optional.empty();
    }

    /**
     * Why the times or the id of a signed proof are wrong; empty if they are right. {@link #demandNonce} has checked
     * the nonce.
     */
    static Optional<ProofRejection> check(JsonObject claims, Instant now) {
        if (claims.containsKey(NONCE)) {
            return ProofTimes.checkBesideNonce(claims);
        }
        return checkId(text(claims, "jti"))
                .or(() -> ProofTimes.of(claims)
                        .map(times -> times.check(now))
                        .orElseGet(() -> Optional.of(ProofTimes.unusable(claims, now))));
    }

    /** Why a {@code jti} or a device's own nonce is wrong; empty if it is right. */
    public static Optional<ProofRejection> checkId(String id) {
        return PROOF_ID.matcher(id).matches() ? Optional.empty() : Optional.of(ProofRejection.UNUSABLE_PROOF_ID);
    }

    /** The id that a success uses up. */
    static String proofId(JsonObject claims) {
        return text(claims, claims.containsKey(NONCE) ? NONCE : "jti");
    }

    /** The claim; empty if it is missing or not a string. A valid id or nonce is never empty. */
    private static String text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonString string ? string.getString() : "";
    }
}
