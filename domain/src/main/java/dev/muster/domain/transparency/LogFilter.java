package dev.muster.domain.transparency;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.SearchTimes;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which leaves of the log are wanted. A part that is null chooses nothing.
 *
 * @param act the code of an act
 * @param from included
 * @param to not included
 * @param by who did it, as in a leaf: {@code user:<id>}
 * @param object what was changed, as in a leaf
 * @param tenantId the organization or manufacturer
 * @param search a part of what the leaf says, without regard to case
 * @param index the place of one leaf
 */
public record LogFilter(
        @Nullable String act,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String by,
        @Nullable String object,
        @Nullable UUID tenantId,
        @Nullable String search,
        @Nullable Long index) {

    /** @throws ProblemException {@code validation-failed} if a time is out of bounds */
    public LogFilter {
        SearchTimes.require(from);
        SearchTimes.require(to);
    }

    /** No quotes and no signs of a pattern: a leaf is found by this text. */
    private static final Pattern REFERENCE = Pattern.compile("[a-z-]{1,20}:[0-9a-f-]{1,36}");

    /** Every leaf that the caller may see. */
    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null);

    /** Without a search and without a place. */
    public LogFilter(
            @Nullable String act,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String by,
            @Nullable String object,
            @Nullable UUID tenantId) {
        this(act, from, to, by, object, tenantId, null, null);
    }

    /** Whether a text can be {@code by} or {@code object}: a kind, a colon, and an id or its beginning. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /** The leaf at a place. */
    public static LogFilter at(long index) {
        return new LogFilter(null, null, null, null, null, null, null, index);
    }

    /** Whether times choose the leaves, and nothing else does. */
    public boolean isOfTimesOnly() {
        return !equals(ALL) && equals(new LogFilter(null, from, to, null, null, null));
    }

    /** The same leaves, of one tenant only. */
    public LogFilter of(UUID tenant) {
        return new LogFilter(act, from, to, by, object, tenant, search, index);
    }
}
