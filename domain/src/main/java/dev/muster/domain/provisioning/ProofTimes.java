package dev.muster.domain.provisioning;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a proof was made and until when it counts, in its own words.
 *
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 * @param notBefore {@code nbf}; {@code iat} where the proof has none
 */
record ProofTimes(Instant issuedAt, Instant expiresAt, Instant notBefore) {

    /** protocol.md, Provision request: a lifetime of at most five minutes. */
    private static final Duration MAX_LIFETIME = Duration.ofSeconds(300);

    /** protocol.md, Provision request: the clocks may differ by five minutes, either way. */
    private static final Duration SKEW = Duration.ofSeconds(300);

    /** The end of the year 9999 in seconds since the epoch: what every part of the system can write down. */
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(253_402_300_799L);

    /** Nanoseconds; also what keeps the work small, as a short text can stand for a number of a billion digits. */
    private static final int MAX_SCALE = 9;

    /** The times in the claims; empty where {@code iat} or {@code exp} is missing, or one of the three is no time. */
    static Optional<ProofTimes> of(JsonObject claims) {
        Optional<Instant> issuedAt = time(claims, "iat");
        Optional<Instant> expiresAt = time(claims, "exp");
        Optional<Instant> notBefore = claims.containsKey("nbf") ? time(claims, "nbf") : issuedAt;
        return issuedAt.isPresent() && expiresAt.isPresent() && notBefore.isPresent()
                ? Optional.of(new ProofTimes(issuedAt.get(), expiresAt.get(), notBefore.get()))
                : Optional.empty();
    }

    /** What is wrong with the times now; empty where nothing is (RFC 7519 sections 4.1.4 to 4.1.6). */
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
     * What is wrong with the times beside a nonce, in whose place they are not needed: {@code exp} and {@code nbf} are
     * heeded where they are there (RFC 7519 sections 4.1.4 and 4.1.5), {@code iat} is not.
     */
    static Optional<ProofRejection> checkBesideNonce(JsonObject claims, Instant now) {
        for (String name : List.of("exp", "nbf")) {
            if (claims.containsKey(name) && time(claims, name).isEmpty()) {
                return Optional.of(ProofRejection.UNUSABLE_TIMES);
            }
        }
        if (time(claims, "nbf").filter(now.plus(SKEW)::isBefore).isPresent()) {
            return Optional.of(ProofRejection.NOT_YET_VALID);
        }
        boolean isOver =
                time(claims, "exp").filter(e -> !e.isAfter(now.minus(SKEW))).isPresent();
        return isOver ? Optional.of(ProofRejection.EXPIRED) : Optional.empty();
    }

    /**
     * What is wrong with the moment at which a bare signature was made, in seconds since the epoch; empty where it is not
     * further than the skew from now.
     */
    static Optional<ProofRejection> checkMoment(BigInteger seconds, Instant now) {
        if (seconds.signum() < 0 || seconds.compareTo(MAX_SECONDS.toBigInteger()) > 0) {
            return Optional.of(ProofRejection.UNUSABLE_TIMES);
        }
        Instant moment = Instant.ofEpochSecond(seconds.longValueExact());
        if (moment.isAfter(now.plus(SKEW))) {
            return Optional.of(ProofRejection.NOT_YET_VALID);
        }
        return moment.isBefore(now.minus(SKEW)) ? Optional.of(ProofRejection.EXPIRED) : Optional.empty();
    }

    /** A NumericDate: seconds since the epoch, whole or not (RFC 7519 section 2), from 1970 to 9999. */
    private static Optional<Instant> time(JsonObject claims, String name) {
        if (!(claims.get(name) instanceof JsonNumber number)) {
            return Optional.empty();
        }
        BigDecimal seconds = number.bigDecimalValue();
        // the scale first: arithmetic with an unbounded one is what a sender must not be able to ask for
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
