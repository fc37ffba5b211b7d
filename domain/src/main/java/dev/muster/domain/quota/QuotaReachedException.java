package dev.muster.domain.quota;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;

/**
 * A tenant has used up a quota. An amount is {@code quota-reached}: somebody has to make room or raise the limit. A
 * quota of a period, and of work at once, is {@code rate-limited}: it ends by itself.
 */
public final class QuotaReachedException extends ProblemException {

    private final transient Quota quota;
    private final int limit;
    private final long retryAfter;

    private QuotaReachedException(ProblemCode code, String detail, Quota quota, int limit, long retryAfter) {
        super(code, detail);
        this.quota = quota;
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    /**
     * An amount that a tenant has.
     *
     * @param advice what makes room
     */
    public static QuotaReachedException ofAmount(Quota quota, int limit, String advice) {
        return new QuotaReachedException(
                ProblemCode.QUOTA_REACHED, sentence(quota, limit) + " " + advice, quota, limit, 0);
    }

    /** @param retryAfter seconds after which the same request may succeed */
    public static QuotaReachedException ofRate(Quota quota, int limit, long retryAfter) {
        return new QuotaReachedException(
                ProblemCode.RATE_LIMITED,
                sentence(quota, limit) + " Send this again later, or ask an administrator for a higher quota.",
                quota,
                limit,
                retryAfter);
    }

    /**
     * Too many identifiers of an organization's files belong to others. The sentence tells neither the number nor the
     * limit.
     *
     * @param retryAfter seconds until the day ends
     */
    public static QuotaReachedException ofAnswers(long retryAfter) {
        return new QuotaReachedException(
                ProblemCode.RATE_LIMITED,
                "Too many identifiers in your organization's files cannot be enrolled here, so nothing more is enrolled"
                        + " today. Check that you chose the right manufacturer and file. Commit again tomorrow (UTC), or"
                        + " ask an administrator.",
                Quota.HELD_ELSEWHERE,
                0,
                retryAfter);
    }

    /** Which quota is reached, as a sentence for people. */
    private static String sentence(Quota quota, int limit) {
        return "The quota is reached: " + QuotaWords.most(quota, limit) + ".";
    }

    public Quota quota() {
        return quota;
    }

    public int limit() {
        return limit;
    }

    /** In seconds; 0 if waiting does not help. */
    public long retryAfter() {
        return retryAfter;
    }
}
