package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FairTurns.Bounds;
import dev.muster.domain.shared.FairTurns.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FairTurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void onlySoManyAreAtWork() {
        FairTurns<String> turns = new FairTurns<>(new Bounds(2, 2, 3, 3, Duration.ZERO));
        Turn first = turns.take("a").orElseThrow();
        Turn second = turns.take("b").orElseThrow();
        assertThat(turns.take("c")).isEmpty();
        first.close();
        turns.take("c").orElseThrow().close();
        second.close();
        assertThat(turns.remembered()).isZero();
    }

    @Test
    void oneHasNoMoreThanItsShareAtWork() {
        FairTurns<String> turns = new FairTurns<>(new Bounds(3, 1, 9, 9, Duration.ZERO));
        turns.take("a").orElseThrow();
        assertThat(turns.take("a")).isEmpty();
        assertThat(turns.take("b")).isPresent();
    }

    @Test
    void oneTakesNoMoreThanItsShareOfTheLine() throws Exception {
        FairTurns<String> turns = new FairTurns<>(new Bounds(1, 1, 9, 2, LONG));
        Turn working = turns.take("a").orElseThrow();
        Waiting waiting = new Waiting(turns, "a");
        assertThat(turns.take("a")).isEmpty();
        assertThat(waiting.isServed()).isFalse();
        working.close();
        waiting.join();
    }

    @Test
    void aFullLineTakesNobody() throws Exception {
        FairTurns<String> turns = new FairTurns<>(new Bounds(1, 1, 2, 2, LONG));
        Turn working = turns.take("a").orElseThrow();
        Waiting waiting = new Waiting(turns, "b");
        assertThat(turns.take("c")).isEmpty();
        working.close();
        waiting.join();
    }

    @Test
    void whoeverHadNoTurnYetComesBeforeOneWhoAsksForMany() throws Exception {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        FairTurns<String> turns = new FairTurns<>(new Bounds(1, 1, 9, 9, LONG));
        Turn first = turns.take("a").orElseThrow();
        List<Waiting> waiting = new ArrayList<>();
        for (String who : List.of("a", "a", "b", "a", "c")) {
            waiting.add(new Waiting(turns, who, served));
        }
        first.close();
        for (Waiting one : waiting) {
            one.join();
        }
        assertThat(served).containsExactly("b", "c", "a", "a", "a");
        assertThat(turns.remembered()).isZero();
    }

    @Test
    void whoeverHasFewerAtWorkComesFirst() throws Exception {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        FairTurns<String> turns = new FairTurns<>(new Bounds(3, 3, 9, 9, LONG));
        Turn small = turns.take("b").orElseThrow();
        Turn first = turns.take("a").orElseThrow();
        Turn second = turns.take("a").orElseThrow();
        Waiting more = new Waiting(turns, "a", served);
        Waiting other = new Waiting(turns, "c", served);
        small.close();
        other.join();
        more.join();
        assertThat(served).containsExactly("c", "a");
        first.close();
        second.close();
    }

    @Test
    void whoIsInterruptedHasNoTurnAndKeepsNoPlace() throws Exception {
        FairTurns<String> turns = new FairTurns<>(new Bounds(1, 1, 2, 2, LONG));
        Turn working = turns.take("a").orElseThrow();
        Waiting waiting = new Waiting(turns, "b");
        waiting.thread.interrupt();
        waiting.thread.join();
        assertThat(waiting.isServed()).isFalse();
        assertThat(turns.remembered()).isEqualTo(1);
        working.close();
        assertThat(turns.take("c")).isPresent();
    }

    /** A caller who waits in the line. The caller is in the line before the constructor returns. */
    private static final class Waiting {

        private final Thread thread;
        private final CountDownLatch served = new CountDownLatch(1);

        private Waiting(FairTurns<String> turns, String who) throws InterruptedException {
            this(turns, who, new ArrayList<>());
        }

        private Waiting(FairTurns<String> turns, String who, List<String> order) throws InterruptedException {
            thread = new Thread(() -> {
                Optional<Turn> turn = turns.take(who);
                if (turn.isPresent()) {
                    order.add(who);
                    served.countDown();
                    turn.get().close();
                }
            });
            thread.setDaemon(true);
            thread.start();
            while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
                Thread.onSpinWait();
            }
        }

        private boolean isServed() throws InterruptedException {
            return served.await(0, TimeUnit.SECONDS);
        }

        private void join() throws InterruptedException {
            thread.join(TimeUnit.MINUTES.toMillis(1));
            assertThat(isServed()).isTrue();
        }
    }
}
