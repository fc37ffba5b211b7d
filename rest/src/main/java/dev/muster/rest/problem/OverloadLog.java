package dev.muster.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Says in the log that requests are refused because there are too many: now and then, with their number. */
@ApplicationScoped
public class OverloadLog {

    private static final Logger LOG = Logger.getLogger(OverloadLog.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final LongAdder refused = new LongAdder();

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    void note() {
        refused.increment();
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE.toNanos())) {
            LOG.log(
                    Level.WARNING,
                    "This server cannot do all that devices ask of it; refused since this was last said: {0}",
                    refused.sumThenReset());
        }
    }
}
