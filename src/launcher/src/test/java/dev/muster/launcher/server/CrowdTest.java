package dev.muster.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void theLongestOfASourceGoes() {
        Crowd<String> crowd = new Crowd<>(10, 2, Duration.ZERO);
        assertThat(crowd.add("a1", "a", 0)).isEmpty();
        assertThat(crowd.add("b1", "b", 1)).isEmpty();
        assertThat(crowd.add("a2", "a", 2)).isEmpty();
        assertThat(crowd.add("a3", "a", 3)).contains("a1");
        assertThat(crowd.size()).isEqualTo(3);
    }

    @Test
    void theLongestOfAllGoes() {
        Crowd<String> crowd = new Crowd<>(2, 2, Duration.ZERO);
        crowd.add("a1", "a", 0);
        crowd.add("b1", "b", 1);
        assertThat(crowd.add("c1", "c", 2)).contains("a1");
        assertThat(crowd.add("b2", "b", 3)).contains("b1");
    }

    @Test
    void theNewOneGoesIfNobodyHasBeenThereForLong() {
        Crowd<String> crowd = new Crowd<>(2, 2, Duration.ofSeconds(10));
        crowd.add("a1", "a", 0);
        crowd.add("a2", "a", SECOND);
        assertThat(crowd.add("a3", "a", 9 * SECOND)).contains("a3");
        assertThat(crowd.add("a4", "a", 10 * SECOND)).contains("a1");
        assertThat(crowd.size()).isEqualTo(2);
    }

    @Test
    void whoLeftIsNotCounted() {
        Crowd<String> crowd = new Crowd<>(2, 1, Duration.ZERO);
        crowd.add("a1", "a", 0);
        crowd.remove("a1");
        crowd.remove("a1");
        assertThat(crowd.add("a2", "a", 1)).isEmpty();
        assertThat(crowd.size()).isEqualTo(1);
    }

    @Test
    void whoStaysTooLongIsTakenOut() {
        Crowd<String> crowd = new Crowd<>(9, 9, Duration.ZERO);
        crowd.add("a1", "a", 0);
        crowd.add("a2", "a", SECOND);
        crowd.add("a3", "a", 2 * SECOND);
        assertThat(crowd.takeLongerThan(Duration.ofSeconds(1), 2 * SECOND + 1)).containsExactly("a1", "a2");
        assertThat(crowd.takeLongerThan(Duration.ofSeconds(1), 3 * SECOND)).isEmpty();
        assertThat(crowd.size()).isEqualTo(1);
    }
}
