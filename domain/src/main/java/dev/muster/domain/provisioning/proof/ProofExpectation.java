package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the claims of a proof must say, made from the request that brings it (protocol.md, Provision request).
 *
 * @param accessKey of the path
 * @param uniqueIdentifier of the body, as sent
 * @param accessTokenHash of the certificate, or of a decoy; null where the device has a certificate of its own, and no
 *     token
 */
public record ProofExpectation(String accessKey, String uniqueIdentifier, String accessTokenHash) {

    private static final String AUDIENCE = "muster-provision";

    /** What is wrong with the claims; empty where nothing is. Claims that are not known are ignored (RFC 7519 section 4). */
    public Optional<ProofRejection> check(JsonObject claims, UnaryOperator<String> normalizer, Instant now) {
        return unless(accessKey.equals(text(claims, "iss")), ProofRejection.WRONG_ISSUER)
                .or(() -> unless(isSubject(claims, normalizer), ProofRejection.WRONG_SUBJECT))
                .or(() -> unless(isAudience(claims.get("aud")), ProofRejection.WRONG_AUDIENCE))
                .or(() -> unless(isTokenHash(claims), ProofRejection.WRONG_TOKEN_HASH))
                .or(() -> ProofFreshness.check(claims, now));
    }

    /** What the claims say; they have passed {@link #check}. */
    public ProofClaims claims(CompactJws proof, UnaryOperator<String> normalizer) {
        return new ProofClaims(
                accessKey,
                normalizer.apply(uniqueIdentifier),
                ProofFreshness.proofId(proof.claims()),
                proof.csr().orElse(null));
    }

    /** The same device, however it is written (protocol.md: equal to the body's after normalization). */
    private boolean isSubject(JsonObject claims, UnaryOperator<String> normalizer) {
        return claims.get("sub") instanceof JsonString subject
                && normalizer.apply(subject.getString()).equals(normalizer.apply(uniqueIdentifier));
    }

    /** A string, or an array with only that: a proof for another service too is not one for this (RFC 7519 section 4.1.3). */
    private static boolean isAudience(JsonValue audience) {
        if (audience instanceof JsonArray several) {
            return several.size() == 1 && isAudienceName(several.getFirst());
        }
        return isAudienceName(audience);
    }

    private static boolean isAudienceName(JsonValue audience) {
        return audience instanceof JsonString name && AUDIENCE.equals(name.getString());
    }

    private boolean isTokenHash(JsonObject claims) {
        if (accessTokenHash == null) {
            return !claims.containsKey("ath");
        }
        return Secrets.equal(text(claims, "ath"), accessTokenHash);
    }

    /** The claim, or the empty text where it is missing or no string: which no expected value is. */
    private static String text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonString string ? string.getString() : "";
    }

    private static Optional<ProofRejection> unless(boolean right, ProofRejection reason) {
        return right ? Optional.empty() : Optional.of(reason);
    }
}
