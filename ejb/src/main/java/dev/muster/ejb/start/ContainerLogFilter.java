package dev.muster.ejb.start;

import dev.muster.ejb.shared.ClientGone;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Keeps the log short whatever clients do. The server writes a stack trace for each connection that breaks and each request
 * that it cannot read, and anybody can send those without end. What the server itself says is written once in ten seconds
 * for each kind, then with the number of those that were left out. The fault of a client takes one line. What Muster says is
 * always written.
 */
final class ContainerLogFilter implements Filter {

    private static final String OWN = "dev.muster";

    /** Reads and writes HTTP and TLS. What it says is about clients, and what it throws when it reads is their fault. */
    private static final String GRIZZLY = "org.glassfish.grizzly";

    /** Reads forms in parts, which no page sends. */
    private static final String PARTS = "org.apache.catalina.fileupload";

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    /** Each takes some 200 bytes; the kind that was not seen for longest is forgotten first. */
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

    private static boolean isOfClient(Throwable thrown) {
        return ClientGone.isToldBy(thrown) || isOfReader(thrown);
    }

    /** Whether the server threw it while it read a request. */
    private static boolean isOfReader(Throwable thrown) {
        if (thrown == null || thrown.getStackTrace().length == 0) {
            return false;
        }
        String thrower = thrown.getStackTrace()[0].getClassName();
        return thrower.startsWith(GRIZZLY) || thrower.startsWith(PARTS);
    }

    /** What stands before the first value, which may be the client's, names the kind. */
    private static String kind(LogRecord line) {
        String text = String.valueOf(line.getMessage()).replaceAll("\\d+", "#");
        return line.getLoggerName() + " " + text.substring(0, Math.min(text.length(), KIND_LENGTH));
    }

    /** How many of the kind were left out since the last one that was written; -1 if this one is left out, too. */
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

    /** The text stays a template, whose values the formatter sets in. */
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
