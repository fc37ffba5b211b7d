package dev.muster.ejb.telemetry.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of receipt, which messages without {@code ts} get: the database's clock, which all servers share, in whole
 * milliseconds. This time does not go back, so that messages stay in the order in which they were sent. If the
 * database's clock is set back a little, the last time is given again, and the messages' numbers keep the order.
 *
 * <p>A clock that goes back by more than an hour was wrong before and is right now, so this clock follows it. The last
 * time is in the server's memory and is lost with a restart. Only the order can suffer, until the database's clock
 * catches up.
 */
@ApplicationScoped
public class ReceiptClock {

    private static final Duration CORRECTION = Duration.ofHours(1);

    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    /**
     * @param databaseTime when the request was authenticated
     * @return whole milliseconds; not before the result of an earlier call, except after a correction of over an hour
     */
    Instant receipt(Instant databaseTime) {
        Instant now = Instant.ofEpochMilli(databaseTime.toEpochMilli());
        return last.accumulateAndGet(now, ReceiptClock::later);
    }

    private static Instant later(Instant given, Instant now) {
        return now.isBefore(given) && !now.isBefore(given.minus(CORRECTION)) ? given : now;
    }
}
