package dev.muster.domain.provisioning.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a proof shows that it is of this moment, and which one it is: by times and an id of its own, or, of a device without
 * a clock, by a nonce of the server in place of both (protocol.md, Provision request).
 */
public final class ProofFreshness {

    private static final String NONCE = "nonce";

    /** Printable ASCII without the space (RFC 20); long enough for 64 unpredictable bits in any writing. */
    private static final Pattern PROOF_ID = Pattern.compile("[!-~]{16,128}");

    private ProofFreshness() {}

    /**
     * Why a signed proof has to be made anew with a nonce of the server; empty where it has not. The request and the
     * server's own key decide that, and no certificate, so that it can be told to everyone.
     */
    public static Optional<ProofRejection> demandNonce(
            JsonObject claims, String accessKey, ServerNonces nonces, Instant now) {
        if (claims.containsKey(NONCE)) {
            return nonces.check(text(claims, NONCE), accessKey, now);
        }
        boolean timeless = !claims.containsKey("iat") && !claims.containsKey("exp");
        return timeless ? Optional.of(ProofRejection.NONCE_NEEDED) : Optional.empty();
    }

    /** What is wrong with the times and the id of a signed proof; of its nonce {@link #demandNonce} has told. */
    static Optional<ProofRejection> check(JsonObject claims, Instant now) {
        if (claims.containsKey(NONCE)) {
            return ProofTimes.checkBesideNonce(claims);
        }
        return checkId(text(claims, "jti"))
                .or(() -> ProofTimes.of(claims)
                        .map(times -> times.check(now))
                        .orElseGet(() -> Optional.of(ProofTimes.unusable(claims, now))));
    }

    /** What is wrong with a {@code jti}, or with a nonce of a device's own; empty where nothing is. */
    public static Optional<ProofRejection> checkId(String id) {
        return PROOF_ID.matcher(id).matches() ? Optional.empty() : Optional.of(ProofRejection.UNUSABLE_PROOF_ID);
    }

    /** What a success with the proof uses up. */
    static String proofId(JsonObject claims) {
        return text(claims, claims.containsKey(NONCE) ? NONCE : "jti");
    }

    /** The claim, or the empty text where it is missing or no string: no id and no nonce is empty. */
    private static String text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonString string ? string.getString() : "";
    }
}
