package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountedLineTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

    private final CountedLine line = new CountedLine(now::get);

    @Test
    void theFirstIsSaidAtOnceAndTheOthersTogether() {
        assertThat(line.note()).hasValue(1);
        assertThat(line.note()).isEmpty();
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(line.note()).isEmpty();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(line.note()).hasValue(3);
        assertThat(line.note()).isEmpty();
        now.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(line.note()).hasValue(2);
    }
}
