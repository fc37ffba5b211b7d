package dev.muster.ejb.shared;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a database that cannot be reached, or not in time, from a fault of ours. Only an unreachable database
 * is a temporary problem.
 */
public final class DatabaseUnavailable {

    /** Class 08: connection exception (ISO/IEC 9075-2). */
    private static final String CONNECTION_CLASS = "08";

    /** PostgreSQL, appendix A: a row is locked for too long. */
    private static final String LOCKED = "55P03";

    /** PostgreSQL, appendix A: a statement was canceled, for example because it took too long. */
    private static final String CANCELED = "57014";

    /** PostgreSQL, appendix A: shutdown and start; a server that has become a standby; and a lock that does not come. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "25006", CANCELED, LOCKED);

    /** PostgreSQL, appendix A: too few resources (disk, memory, connections), and transactions in each other's way. */
    private static final Set<String> CLASSES = Set.of(CONNECTION_CLASS, "53", "40");

    /** Parts of the message of Payara's pool if it has no connection to give. Its exception has no type of its own. */
    private static final Set<String> POOL_SENTENCES = Set.of("allocating a connection", "could not be allocated");

    private DatabaseUnavailable() {}

    public static boolean causes(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && isPassing(sql) || isPool(t.getMessage())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether no work at all reaches the database now. Some passing failures concern only certain rows, such as rows
     * that are being deleted (ISO/IEC 9075-2, class 23) or locked, or another transaction (class 40): other work gets
     * through.
     */
    public static boolean isAway(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && isOfRows(String.valueOf(sql.getSQLState()))) {
                return false;
            }
        }
        return causes(thrown);
    }

    private static boolean isOfRows(String state) {
        return state.startsWith("22")
                || state.startsWith("23")
                || state.startsWith("40")
                || state.equals(LOCKED)
                || state.equals(CANCELED);
    }

    /** How loud work that is tried again says that it failed: an unreachable database has lines of its own. */
    public static Level levelOf(RuntimeException failure) {
        return causes(failure) ? Level.DEBUG : Level.WARNING;
    }

    private static boolean isPassing(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || state != null && (STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith));
    }

    private static boolean isPool(@Nullable String message) {
        String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return POOL_SENTENCES.stream().anyMatch(text::contains);
    }
}
