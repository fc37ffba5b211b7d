package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a proof must say, taken from its request (protocol.md, Provision request).
 *
 * @param accessKey of the path
 * @param uniqueIdentifier of the body, as sent
 * @param accessTokenHash of the certificate or of a decoy; null if the device has a certificate of its own, and no
 *     token
 */
public record ProofExpectation(
        String accessKey, String uniqueIdentifier, @Nullable String accessTokenHash) {

    private static final String AUDIENCE = "muster-provision";

    /** Why the claims are wrong; empty if they are right. Ignores unknown claims (RFC 7519 section 4). */
    public Optional<ProofRejection> check(JsonObject claims, UnaryOperator<String> normalizer, Instant now) {
        return ProofRejection.WRONG_ISSUER
                .unless(accessKey.equals(text(claims, "iss")))
                .or(() -> ProofRejection.WRONG_SUBJECT.unless(isSubject(claims, normalizer)))
                .or(() -> ProofRejection.WRONG_AUDIENCE.unless(isAudience(claims.get("aud"))))
                .or(() -> ProofRejection.WRONG_TOKEN_HASH.unless(isTokenHash(claims)))
                .or(() -> ProofFreshness.check(claims, now));
    }

    /** The claims, after they have passed {@link #check}. */
    public ProofClaims claims(CompactJws proof, UnaryOperator<String> normalizer) {
        return new ProofClaims(
                accessKey,
                normalizer.apply(uniqueIdentifier),
                ProofFreshness.proofId(proof.claims()),
                proof.csr().orElse(null));
    }

    /** Whether it is the same device in any spelling (protocol.md: equal to the body's after normalization). */
    private boolean isSubject(JsonObject claims, UnaryOperator<String> normalizer) {
        return claims.get("sub") instanceof JsonString subject
                && normalizer.apply(subject.getString()).equals(normalizer.apply(uniqueIdentifier));
    }

    /**
     * A string, or an array with only that string: a proof that is also for another service is refused (RFC 7519
     * section 4.1.3).
     */
    private static boolean isAudience(@Nullable JsonValue audience) {
        if (audience instanceof JsonArray several) {
            return several.size() == 1 && isAudienceName(several.getFirst());
        }
        return isAudienceName(audience);
    }

    private static boolean isAudienceName(@Nullable JsonValue audience) {
        return audience instanceof JsonString name && AUDIENCE.equals(name.getString());
    }

    private boolean isTokenHash(JsonObject claims) {
        if (accessTokenHash == null) {
            return !claims.containsKey("ath");
        }
        return Secrets.equal(text(claims, "ath"), accessTokenHash);
    }

    /** The claim; empty if it is missing or not a string. The expected values are never empty. */
    private static String text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonString string ? string.getString() : "";
    }
}
