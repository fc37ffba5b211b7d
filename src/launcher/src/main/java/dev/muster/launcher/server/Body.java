package dev.muster.launcher.server;

import java.time.Duration;
import java.util.Arrays;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;

/**
 * The body of a request while it is received. Its octets are copied together: otherwise a client that sends each octet
 * in a record of its own would make the server keep a hundred times as much.
 */
final class Body {

    /** More than any page or call sends. Longer bodies are files, or the application reads and refuses them. */
    static final int MOST = 2 << 20;

    /** The time that even an empty body has: a device far from a mast needs seconds. */
    private static final Duration BASE = Duration.ofSeconds(15);

    /** Each octet that was received adds this time: 1,024 octets a second, as for files. */
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

    /** Counts memory for this body. {@link Bodies} calls this, and its lock guards it. */
    void reserve(int more) {
        reserved += more;
    }

    /** How much memory is counted for this body. */
    long reserved() {
        return reserved;
    }

    /** Whether it is too slow: its time has passed. */
    synchronized boolean isLate(long now) {
        return now - begin > BASE.toNanos() + length * NANOS_FOR_OCTET;
    }

    synchronized byte[] octets() {
        return Arrays.copyOf(octets, length);
    }
}
