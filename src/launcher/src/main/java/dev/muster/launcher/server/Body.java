package dev.muster.launcher.server;

import java.time.Duration;
import java.util.Arrays;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;

/**
 * A request's body while it comes in. Its octets are copied together: a client that sends each of them in a record of its own
 * would otherwise have the server keep a hundred times as much.
 */
final class Body {

    /** More than any page or call takes; what is longer is read by the application, which refuses it, or is a file. */
    static final int MOST = 2 << 20;

    /** How long a body may take that has no length to speak of: a device far from a mast needs seconds. */
    private static final Duration BASE = Duration.ofSeconds(15);

    /** What has come gives so much time: 1,024 octets a second, as for files. */
    private static final long NANOS_FOR_OCTET = 1_000_000_000L / 1_024;

    private static final int FIRST = 512;

    private final Connection<?> connection;
    private final long begin;
    private byte[] octets = new byte[FIRST];
    private int length;
    private long reserved;

    /** @param now of {@link System#nanoTime()} */
    Body(Connection<?> connection, long now) {
        this.connection = connection;
        this.begin = now;
    }

    Connection<?> connection() {
        return connection;
    }

    synchronized void add(Buffer piece) {
        int more = piece.remaining();
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
        }
        piece.get(octets, length, more);
        length += more;
    }

    synchronized int length() {
        return length;
    }

    /** Counts memory as this body's, for {@link Bodies}, whose lock guards it. */
    void reserve(int more) {
        reserved += more;
    }

    /** How much memory is counted as this body's. */
    long reserved() {
        return reserved;
    }

    /** Whether it is too slow: the time for what has come has passed. */
    synchronized boolean isLate(long now) {
        return now - begin > BASE.toNanos() + length * NANOS_FOR_OCTET;
    }

    synchronized byte[] octets() {
        return Arrays.copyOf(octets, length);
    }
}
