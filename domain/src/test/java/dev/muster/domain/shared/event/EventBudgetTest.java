package dev.muster.domain.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventBudgetTest {

    private final AtomicLong time = new AtomicLong();
    private final EventBudget budget = new EventBudget(time::get);

    @Test
    void oneSourceHasTenLinesInAMinuteAndTheNextOneCountsTheOthers() {
        assertThat(taken("login-failed 192.0.2.1", 25)).isEqualTo(10);
        assertThat(budget.take("login-failed 192.0.2.2")).hasValue(0);

        time.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(budget.take("login-failed 192.0.2.1")).hasValue(15);
        assertThat(budget.take("login-failed 192.0.2.1")).hasValue(0);
    }

    @Test
    void manySourcesHaveSixHundredLinesTogether() {
        long all = IntStream.range(0, 2_000)
                .mapToLong(source -> taken("access-refused " + source, 1))
                .sum();

        assertThat(all).isEqualTo(600);
    }

    private long taken(String key, int times) {
        return IntStream.range(0, times)
                .filter(i -> budget.take(key).isPresent())
                .count();
    }
}
