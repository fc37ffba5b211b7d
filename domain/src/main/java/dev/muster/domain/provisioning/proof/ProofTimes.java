package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.WrittenNumber;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times that a proof states about itself.
 *
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 * @param notBefore {@code nbf}; {@code iat} if the proof has none
 */
public record ProofTimes(Instant issuedAt, Instant expiresAt, Instant notBefore) {

    /** protocol.md, Provision request: a lifetime of at most five minutes. */
    private static final Duration MAX_LIFETIME = Duration.ofSeconds(300);

    /** protocol.md, Provision request: the clocks may differ by five minutes in either direction. */
    private static final Duration SKEW = Duration.ofSeconds(300);

    /** The end of the year 9999 in seconds since the epoch: every part of the system can store it. */
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(253_402_300_799L);

    /** The claims with times (RFC 7519 sections 4.1.4 to 4.1.6). */
    private static final List<String> NAMES = List.of("iat", "exp", "nbf");

    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    /** Nanoseconds. It also bounds the work: a short text can stand for a number of a billion digits. */
    private static final int MAX_SCALE = 9;

    /** The times in the claims; empty if {@code iat} or {@code exp} is missing, or one of the three is not a time. */
    static Optional<ProofTimes> of(JsonObject claims) {
        Optional<Instant> issuedAt = time(claims, "iat");
        Optional<Instant> expiresAt = time(claims, "exp");
        Optional<Instant> notBefore = claims.containsKey("nbf") ? time(claims, "nbf") : issuedAt;
        return issuedAt.isPresent() && expiresAt.isPresent() && notBefore.isPresent()
                ? Optional.of(new ProofTimes(issuedAt.get(), expiresAt.get(), notBefore.get()))
                : Optional.empty();
    }

    /** Why the times are wrong now; empty if they are right (RFC 7519 sections 4.1.4 to 4.1.6). */
    Optional<ProofRejection> check(Instant now) {
        Duration lifetime = Duration.between(issuedAt, expiresAt);
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(MAX_LIFETIME) > 0) {
            return Optional.of(ProofRejection.WRONG_LIFETIME);
        }
        Instant latestNow = now.plus(SKEW);
        if (issuedAt.isAfter(latestNow) || notBefore.isAfter(latestNow)) {
            return Optional.of(ProofRejection.NOT_YET_VALID);
        }
        return expiresAt.isAfter(now.minus(SKEW)) ? Optional.empty() : Optional.of(ProofRejection.EXPIRED);
    }

    /**
     * Why the times in a proof with a nonce of the server are wrong; empty if they are right. Such a proof needs no
     * times, because the nonce shows that it is fresh. If it has times, they must be numbers: a device without a clock
     * may send its time since power-on.
     */
    static Optional<ProofRejection> checkBesideNonce(JsonObject claims) {
        boolean usable = NAMES.stream().allMatch(name -> !claims.containsKey(name) || isPlain(claims.get(name)));
        return usable ? Optional.empty() : Optional.of(ProofRejection.UNUSABLE_TIMES);
    }

    /** Why the claims have no usable times: perhaps they are right in another unit. */
    static ProofRejection unusable(JsonObject claims, Instant now) {
        boolean otherUnit = NAMES.stream()
                .map(claims::get)
                .anyMatch(value -> isPlain(value) && isOfAnotherUnit(((JsonNumber) value).bigDecimalValue(), now));
        return otherUnit ? ProofRejection.TIMES_NOT_IN_SECONDS : ProofRejection.UNUSABLE_TIMES;
    }

    /** Whether the number is a time within a day of now, in milliseconds, microseconds or nanoseconds. */
    private static boolean isOfAnotherUnit(BigDecimal number, Instant now) {
        return Stream.of(3, 6, 9)
                .map(number::movePointLeft)
                .map(seconds -> seconds.subtract(BigDecimal.valueOf(now.getEpochSecond()))
                        .abs())
                .anyMatch(apart -> apart.compareTo(DAY) <= 0);
    }

    /**
     * Why the time of a bare signature is wrong, in seconds since the epoch; empty if it differs from now by no more
     * than the skew.
     */
    public static Optional<ProofRejection> checkMoment(BigInteger seconds, Instant now) {
        if (seconds.signum() < 0 || seconds.compareTo(MAX_SECONDS.toBigInteger()) > 0) {
            boolean otherUnit = isOfAnotherUnit(new BigDecimal(seconds), now);
            return Optional.of(otherUnit ? ProofRejection.TIMES_NOT_IN_SECONDS : ProofRejection.UNUSABLE_TIMES);
        }
        Instant moment = Instant.ofEpochSecond(seconds.longValueExact());
        if (moment.isAfter(now.plus(SKEW))) {
            return Optional.of(ProofRejection.NOT_YET_VALID);
        }
        return moment.isBefore(now.minus(SKEW)) ? Optional.of(ProofRejection.EXPIRED) : Optional.empty();
    }

    /** Digits, perhaps with a fraction. {@code 1e9} is a number, too, but not accepted as a time. */
    private static boolean isPlain(@Nullable JsonValue value) {
        return value instanceof JsonNumber number && (!(number instanceof WrittenNumber written) || written.isPlain());
    }

    /** A NumericDate: seconds since the epoch, whole or not (RFC 7519 section 2), from 1970 to 9999. */
    private static Optional<Instant> time(JsonObject claims, String name) {
        if (!(claims.get(name) instanceof JsonNumber number) || !isPlain(number)) {
            return Optional.empty();
        }
        BigDecimal seconds = number.bigDecimalValue();
        // the scale first: a sender must not be able to ask for arithmetic with an unbounded one
        if (Math.abs((long) seconds.scale()) > MAX_SCALE
                || seconds.signum() < 0
                || seconds.compareTo(MAX_SECONDS) > 0) {
            return Optional.empty();
        }
        BigInteger nanos = seconds.movePointRight(MAX_SCALE).toBigInteger();
        BigInteger[] parts = nanos.divideAndRemainder(BigInteger.TEN.pow(MAX_SCALE));
        return Optional.of(Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue()));
    }
}
