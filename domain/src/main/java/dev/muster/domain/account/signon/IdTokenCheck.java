package dev.muster.domain.account.signon;

import dev.muster.domain.shared.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether an ID token says who logs in now (OpenID Connect Core 1.0 section 3.1.3.7). */
public final class IdTokenCheck {

    /** By how much the clocks of the provider and of this server may differ. */
    public static final Duration SKEW = Duration.ofMinutes(1);

    /** A provider makes the token when it is asked for. */
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    /** OpenID Connect Core 1.0 section 2, {@code sub}. */
    private static final int MAX_SUBJECT = 255;

    private static final int MAX_GROUPS = 5_000;

    /** The year 10000, in seconds since the epoch. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_800L);

    private final ProviderSettings settings;

    public IdTokenCheck(ProviderSettings settings) {
        this.settings = settings;
    }

    /**
     * Who has logged in.
     *
     * @param login that this browser began
     * @throws SignOnRefusedException if the token is not believed, is of another time, is weaker than demanded, or does not
     *     say that the user has logged in again although the login demands it
     */
    public Identity check(IdToken token, JsonWebKeys keys, SignOnSeal.Begun login, Instant now)
            throws SignOnRefusedException {
        JsonObject claims = token.verified(keys);
        require(text(claims, "iss").filter(settings.issuer()::equals).isPresent(), "the issuer is another one");
        require(texts(claims, "aud").equals(List.of(settings.clientId())), "the audience is another client");
        require(
                !claims.containsKey("azp")
                        || text(claims, "azp")
                                .filter(settings.clientId()::equals)
                                .isPresent(),
                "the authorized party is another client");
        require(
                text(claims, "nonce")
                        .filter(sent -> Secrets.equal(sent, login.nonce()))
                        .isPresent(),
                "the nonce is that of another login");
        checkTimes(claims, now);
        checkStrength(claims);
        Optional<Instant> authenticatedAt = authenticatedAt(claims, now);
        if (login.again()) {
            requireAgain(authenticatedAt, login.begunAt());
        }
        return identity(claims, authenticatedAt);
    }

    private static void checkTimes(JsonObject claims, Instant now) throws SignOnRefusedException {
        Instant issued = time(claims, "iat");
        boolean isNow = now.plus(SKEW).isAfter(issued)
                && now.minus(MAX_AGE).minus(SKEW).isBefore(issued)
                && now.minus(SKEW).isBefore(time(claims, "exp"))
                && (!claims.containsKey("nbf") || now.plus(SKEW).isAfter(time(claims, "nbf")));
        if (!isNow) {
            throw new SignOnRefusedException(SignOnRefusal.CLOCK, "the ID token is of another time");
        }
    }

    private void checkStrength(JsonObject claims) throws SignOnRefusedException {
        boolean isStrong = (settings.acr().isEmpty()
                        || text(claims, "acr").filter(settings.acr()::contains).isPresent())
                && texts(claims, "amr").containsAll(settings.amr());
        if (!isStrong) {
            throw new SignOnRefusedException(SignOnRefusal.WEAK, "acr or amr is not what is demanded");
        }
    }

    private static Optional<Instant> authenticatedAt(JsonObject claims, Instant now) throws SignOnRefusedException {
        if (!claims.containsKey("auth_time")) {
            return Optional.empty();
        }
        Instant authenticatedAt = time(claims, "auth_time");
        if (authenticatedAt.isAfter(now.plus(SKEW))) {
            throw new SignOnRefusedException(SignOnRefusal.CLOCK, "auth_time is in the future");
        }
        return Optional.of(authenticatedAt);
    }

    /** Item 13: the request had {@code max_age}, so the token must have {@code auth_time}. */
    private static void requireAgain(Optional<Instant> authenticatedAt, Instant begunAt) throws SignOnRefusedException {
        if (authenticatedAt.filter(begunAt.minus(SKEW)::isBefore).isEmpty()) {
            throw new SignOnRefusedException(
                    SignOnRefusal.NOT_AGAIN, "auth_time does not say that the user has logged in again");
        }
    }

    private Identity identity(JsonObject claims, Optional<Instant> authenticatedAt) throws SignOnRefusedException {
        String subject = text(claims, "sub").orElse("");
        require(!subject.isBlank() && subject.length() <= MAX_SUBJECT && isPrintable(subject), "there is no subject");
        List<String> names = Stream.of("preferred_username", "email", "sub")
                .flatMap(claim -> text(claims, claim).stream())
                .toList();
        Set<String> groups = new HashSet<>(texts(claims, settings.groupsClaim()));
        return new Identity(settings.issuer(), subject, names, text(claims, "name"), groups, authenticatedAt);
    }

    private static boolean isPrintable(String subject) {
        return subject.chars().allMatch(c -> c > 0x1F && c < 0x7F);
    }

    private static void require(boolean condition, String detail) throws SignOnRefusedException {
        if (!condition) {
            throw new SignOnRefusedException(SignOnRefusal.INVALID, detail);
        }
    }

    private static Optional<String> text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** A text, or the texts of an array; an array with anything else counts as empty. */
    private static List<String> texts(JsonObject claims, String name) {
        JsonValue value = claims.get(name);
        if (value instanceof JsonString text) {
            return List.of(text.getString());
        }
        boolean isList = value instanceof JsonArray array
                && array.size() <= MAX_GROUPS
                && array.stream().allMatch(JsonString.class::isInstance);
        return isList
                ? claims.getJsonArray(name).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    private static Instant time(JsonObject claims, String name) throws SignOnRefusedException {
        boolean isTime = claims.get(name) instanceof JsonNumber number
                && number.bigDecimalValue().signum() >= 0
                && number.bigDecimalValue().compareTo(LATEST) < 0;
        require(isTime, name + " is missing, or is no time");
        return Instant.ofEpochSecond(
                claims.getJsonNumber(name).bigDecimalValue().longValue());
    }
}
