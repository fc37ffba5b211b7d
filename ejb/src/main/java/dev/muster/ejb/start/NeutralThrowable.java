package dev.muster.ejb.start;

import dev.muster.domain.shared.event.LogText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exception as the log shows it: the messages of it and of its causes are one line each. */
final class NeutralThrowable extends Throwable {

    private final String text;

    private NeutralThrowable(Throwable shown, Set<Throwable> seen) {
        super(null, next(shown.getCause(), seen), true, true);
        text = LogText.neutral(String.valueOf(shown));
        setStackTrace(shown.getStackTrace());
        for (Throwable suppressed : shown.getSuppressed()) {
            Throwable safe = next(suppressed, seen);
            if (safe != null) {
                addSuppressed(safe);
            }
        }
    }

    /** Null if there is none, or if it is shown already. */
    private static @Nullable Throwable next(@Nullable Throwable other, Set<Throwable> seen) {
        return other != null && seen.add(other) ? new NeutralThrowable(other, seen) : null;
    }

    static @Nullable Throwable of(@Nullable Throwable shown) {
        if (shown == null) {
            return null;
        }
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(shown);
        return new NeutralThrowable(shown, seen);
    }

    @Override
    public String toString() {
        return text;
    }
}
