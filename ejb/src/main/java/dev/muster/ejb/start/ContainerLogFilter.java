package dev.muster.ejb.start;

import dev.muster.ejb.shared.ClientGone;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the log short, whatever clients do. The server writes a stack trace for each connection that breaks and each
 * request that it cannot read, and anybody can cause any number of those. This filter lets one message of each kind
 * through in ten seconds; the next one says how many were left out. A client's fault takes one line. Muster's own
 * messages are always written.
 */
final class ContainerLogFilter implements Filter {

    private static final String OWN = "dev.muster";

    /**
     * Reads and writes HTTP and TLS. Its messages are about clients, and its exceptions while it reads are their fault.
     */
    private static final String GRIZZLY = "org.glassfish.grizzly";

    /** Reads multipart forms, which none of our pages sends. */
    private static final String PARTS = "org.apache.catalina.fileupload";

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    /** Each kind takes about 200 bytes; the kind that was not seen for the longest time is forgotten first. */
    private static final int KINDS = 500;

    private static final int KIND_LENGTH = 60;

    private static final int LINE_LENGTH = 300;

    private final LongSupplier nanoTime;

    private final Map<String, Kind> kinds = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kind> eldest) {
            return size() > KINDS;
        }
    };

    /** @param nanoTime as {@link System#nanoTime} */
    ContainerLogFilter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (!isLimited(line)) {
            return true;
        }
        long leftOut = leftOut(kind(line));
        if (leftOut < 0) {
            return false;
        }
        if (isOfClient(line.getThrown())) {
            tell(line, line.getThrown().toString());
            line.setThrown(null);
            line.setLevel(Level.WARNING);
        }
        if (leftOut > 0) {
            tell(line, leftOut + " more since this was last said");
        }
        return true;
    }

    private static boolean isLimited(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        return !logger.startsWith(OWN)
                && (logger.startsWith(GRIZZLY) || line.getLevel().intValue() >= Level.WARNING.intValue());
    }

    private static boolean isOfClient(@Nullable Throwable thrown) {
        return ClientGone.isToldBy(thrown) || isOfReader(thrown);
    }

    /** Whether the server threw the exception while it read a request. */
    private static boolean isOfReader(@Nullable Throwable thrown) {
        if (thrown == null || thrown.getStackTrace().length == 0) {
            return false;
        }
        String thrower = thrown.getStackTrace()[0].getClassName();
        return thrower.startsWith(GRIZZLY) || thrower.startsWith(PARTS);
    }

    /** The beginning of the message, with digits replaced, names the kind. Later parts may come from the client. */
    private static String kind(LogRecord line) {
        String text = String.valueOf(line.getMessage()).replaceAll("\\d+", "#");
        return line.getLoggerName() + " " + text.substring(0, Math.min(text.length(), KIND_LENGTH));
    }

    /** How many of the kind were left out since the last one was written; -1 if this one must be left out, too. */
    private synchronized long leftOut(String name) {
        long now = nanoTime.getAsLong();
        Kind kind = kinds.get(name);
        if (kind != null && now - kind.written < PAUSE) {
            kind.leftOut++;
            return -1;
        }
        kinds.put(name, new Kind(now));
        return kind == null ? 0 : kind.leftOut;
    }

    /** Adds to the message, which stays a template: the formatter inserts its values later. */
    private static void tell(LogRecord line, String more) {
        String literal = more.substring(0, Math.min(more.length(), LINE_LENGTH))
                .replaceAll("[\\r\\n]+", " ")
                .replaceAll("[{}']", "");
        line.setMessage(template(line) + " (" + literal + ")");
        line.setResourceBundle(null);
    }

    private static String template(LogRecord line) {
        String key = String.valueOf(line.getMessage());
        return line.getResourceBundle() != null && line.getResourceBundle().containsKey(key)
                ? line.getResourceBundle().getString(key)
                : key;
    }

    private static final class Kind {

        private final long written;

        private long leftOut;

        private Kind(long written) {
            this.written = written;
        }
    }
}
