package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody else at the same server, who looks at a list again and again while others do what they do. */
final class Onlooker {

    /** What nobody would call an outage, on the busiest machine that builds this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Fleet fleet;
    private final AtomicInteger served = new AtomicInteger();
    private final CompletableFuture<Duration> slowest;
    private volatile boolean ended;

    private Onlooker(Fleet fleet) {
        this.fleet = fleet;
        this.slowest = CompletableFuture.supplyAsync(this::look);
    }

    static Onlooker of(Fleet fleet) {
        return new Onlooker(fleet);
    }

    /** Ends it; every answer was right and in time. */
    void assertServed() {
        ended = true;
        assertThat(slowest.orTimeout(60, TimeUnit.SECONDS).join()).isLessThan(PATIENCE);
        assertThat(served.get()).isPositive();
    }

    private Duration look() {
        Duration longest = Duration.ZERO;
        do {
            long begin = System.nanoTime();
            fleet.organization().get(fleet.importsPath() + "?size=5").expect(200);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            longest = took.compareTo(longest) > 0 ? took : longest;
            served.incrementAndGet();
            Await.moment();
        } while (!ended);
        return longest;
    }
}
