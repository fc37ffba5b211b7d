package dev.muster.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static final long BEGIN = Long.MAX_VALUE - 5;

    private final Body body = new Body(null, BEGIN);

    @Test
    void isWhatCameInItsOrder() {
        for (int i = 0; i < 3_000; i++) {
            add((byte) i);
        }
        add(new byte[] {1, 2, 3});
        assertThat(body.length()).isEqualTo(3_003);
        assertThat(body.octets()).hasSize(3_003).endsWith((byte) 2_999, 1, 2, 3).startsWith(0, 1, 2);
    }

    @Test
    void aFewOctetsHaveToComeSoon() {
        add((byte) 1);
        assertThat(body.isLate(after(Duration.ofSeconds(15)))).isFalse();
        assertThat(body.isLate(after(Duration.ofSeconds(16)))).isTrue();
    }

    @Test
    void whatHasComeGivesMoreTime() {
        add(new byte[20_480]);
        assertThat(body.isLate(after(Duration.ofSeconds(34)))).isFalse();
        assertThat(body.isLate(after(Duration.ofSeconds(36)))).isTrue();
    }

    private void add(byte... octets) {
        body.add(Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, octets));
    }

    private static long after(Duration time) {
        return BEGIN + time.toNanos();
    }
}
