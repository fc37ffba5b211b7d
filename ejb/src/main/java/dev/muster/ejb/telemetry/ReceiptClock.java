package dev.muster.ejb.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of receipt, which messages without {@code ts} get: the database's clock, the one that all servers share, to the
 * millisecond. It never goes back, so that messages sent one after the other stay in order when that clock is set back a
 * little: then the last time is given again, and the messages' numbers keep the order.
 *
 * <p>A clock that goes back by more than an hour was wrong before and is right now; it is followed. This memory is one
 * server's own and begins again with the server, which costs nothing but the order while the database's clock catches up.
 */
@ApplicationScoped
public class ReceiptClock {

    private static final Duration CORRECTION = Duration.ofHours(1);

    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    /**
     * @param databaseTime when the request was authenticated
     * @return whole milliseconds; no earlier than what an earlier call gave
     */
    Instant receipt(Instant databaseTime) {
        Instant now = Instant.ofEpochMilli(databaseTime.toEpochMilli());
        return last.accumulateAndGet(now, ReceiptClock::later);
    }

    private static Instant later(Instant given, Instant now) {
        return now.isBefore(given) && !now.isBefore(given.minus(CORRECTION)) ? given : now;
    }
}
