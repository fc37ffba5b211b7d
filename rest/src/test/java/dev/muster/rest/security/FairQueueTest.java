package dev.muster.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.rest.problem.OverloadException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private final AtomicLong now = new AtomicLong();
    private final FairQueue line = new FairQueue(1, now::get);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);

    @AfterEach
    void stop() {
        done.countDown();
        threads.shutdownNow();
    }

    @Test
    void whatIsDoneInTurnIsAnswered() throws Exception {
        assertThat(line.<String, RuntimeException>inTurn(() -> "done")).isEqualTo("done");
    }

    @Test
    void whatFailsGivesItsTurnBack() {
        FairQueue.Work<String, IOException> fails = () -> {
            throw new IOException("gone");
        };
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> line.inTurn(fails)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aCrowdIsLetWait() throws Exception {
        occupy();
        Future<String> second = threads.submit(() -> line.<String, RuntimeException>inTurn(() -> "second"));
        Thread.sleep(FairQueue.SHORT.toMillis() + 100);
        assertThat(second.isDone()).isFalse();
        done.countDown();
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("second");
    }

    @Test
    void inALineThatDoesNotEndNobodyWaitsLong() throws Exception {
        occupy();
        now.addAndGet(FairQueue.STANDING.toNanos());
        long begin = System.nanoTime();
        assertThatThrownBy(() -> line.<String, RuntimeException>inTurn(() -> "never"))
                .isInstanceOf(OverloadException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(FairQueue.SHORT, FairQueue.LONG);
    }

    @Test
    void theLineIsOverWhenSomebodyComesAndNeedNotWait() throws Exception {
        assertThat(line.patience()).isEqualTo(FairQueue.LONG);
        now.addAndGet(FairQueue.STANDING.toNanos());
        assertThat(line.patience()).isEqualTo(FairQueue.SHORT);
        line.<String, RuntimeException>inTurn(() -> "at once");
        assertThat(line.patience()).isEqualTo(FairQueue.LONG);
    }

    private void occupy() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        threads.submit(() -> line.<String, InterruptedException>inTurn(() -> {
            begun.countDown();
            done.await();
            return "first";
        }));
        begun.await();
    }
}
