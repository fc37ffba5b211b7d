package dev.muster.ejb.telemetry;

import dev.muster.domain.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are wanted.
 *
 * @param from first millisecond since the epoch
 * @param to last millisecond
 * @param key the only key that is wanted; {@code null} for all
 * @param limit messages at most, 1 to {@value #MAX_LIMIT}
 * @param before only messages before this position; {@code null} for the newest
 */
public record TelemetrySpan(
        long from,
        long to,
        @Nullable String key,
        int limit,
        @Nullable TelemetryPosition before) {

    public static final int MAX_LIMIT = 1_000;

    /** @throws ProblemException {@code validation-failed} if the limit is out of bounds */
    public TelemetrySpan {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalid(
                    "At most " + limit + " messages were asked for; 1 to " + MAX_LIMIT + " are allowed.");
        }
    }

    /** The newest messages. */
    public static TelemetrySpan newest(int limit) {
        return new TelemetrySpan(0, Long.MAX_VALUE, null, limit, null);
    }

    /** The last position that is wanted, inclusive. */
    TelemetryPosition end() {
        TelemetryPosition end = new TelemetryPosition(to, Long.MAX_VALUE);
        return before == null || before.ts() > to ? end : new TelemetryPosition(before.ts(), before.number() - 1);
    }
}
