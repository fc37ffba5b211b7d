package dev.muster.ejb.shared;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The scope of the running use case. Each bean declares it ({@link ScopeInterceptor}), and {@link Store} hands it to the
 * database before the first query of a transaction. A use case that needs rows beyond its caller's tenant says so here,
 * for the one query that needs them.
 */
public final class CurrentScope {

    private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

    private CurrentScope() {}

    /** @throws IllegalStateException if no bean has declared a scope: then nothing may be read */
    static Scope get() {
        Scope scope = CURRENT.get();
        if (scope == null) {
            throw new IllegalStateException("No scope is declared for this work; see Access and Scope");
        }
        return scope;
    }

    /** Sees all tenants for the length of this call. */
    public static <T> T ofPlatform(Supplier<T> query) {
        return within(Scope.PLATFORM, query::get);
    }

    /** Sees the rows of a manufacturer, too, for the length of this call. */
    public static <T> T with(UUID manufacturerId, Supplier<T> query) {
        return within(get().and(manufacturerId), query::get);
    }

    /** Runs something in a scope, and returns to the scope before. */
    public static void run(Scope scope, Runnable work) {
        within(scope, () -> {
            work.run();
            return scope;
        });
    }

    static <T, E extends Exception> T within(Scope scope, Work<T, E> work) throws E {
        Scope before = CURRENT.get();
        CURRENT.set(scope);
        try {
            return work.run();
        } finally {
            CURRENT.set(before);
        }
    }

    /** What runs in a scope. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }
}
