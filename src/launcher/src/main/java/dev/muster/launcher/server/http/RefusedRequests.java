package dev.muster.launcher.server.http;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes the security events of requests that are refused before the application sees them, in the form of docs/logs.md:
 * of each kind one line in ten seconds, with the number of those that it leaves out.
 */
public final class RefusedRequests {

    public static final RefusedRequests OF_SERVER = new RefusedRequests(
            System::nanoTime, line -> Logger.getLogger("dev.muster.security").log(Level.WARNING, line));

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final LongSupplier nanoTime;
    private final Log log;
    private final Map<String, Long> due = new HashMap<>();
    private final Map<String, Long> leftOut = new HashMap<>();

    RefusedRequests(LongSupplier nanoTime, Log log) {
        this.nanoTime = nanoTime;
        this.log = log;
    }

    /** Where lines go. */
    @FunctionalInterface
    interface Log {
        void write(String line);
    }

    /** The request cannot be read, or two programs could read it differently. */
    void malformed(int status, Object peer) {
        tell("request-malformed", status, peer);
    }

    /** Too many requests of one kind wait already. */
    public void tooMany(int status, Object peer) {
        tell("limit-reached", status, peer);
    }

    private synchronized void tell(String event, int status, Object peer) {
        long now = nanoTime.getAsLong();
        Long next = due.get(event);
        if (next != null && now - next < 0) {
            leftOut.merge(event, 1L, Long::sum);
            return;
        }
        due.put(event, now + PAUSE);
        Long others = leftOut.remove(event);
        log.write("time=" + TIME.format(Instant.now()) + " event=" + event + " outcome=refused reason=" + status
                + " place=listener from=" + address(peer) + (others == null ? "" : " left-out=" + others));
    }

    /** Without the interface of an IPv6 address. */
    private static String address(Object peer) {
        return peer instanceof InetSocketAddress socket && socket.getAddress() != null
                ? socket.getAddress().getHostAddress().replaceFirst("%.*", "")
                : "unknown";
    }
}
