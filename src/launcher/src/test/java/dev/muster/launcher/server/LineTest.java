package dev.muster.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.launcher.server.Line.Entry;
import org.junit.jupiter.api.Test;

class LineTest {

    private final Line<String> line = new Line<>(3, 2, 6);

    @Test
    void aFewWorkAndTheOthersWaitInTheirOrder() {
        assertThat(line.await("a1", "a")).isEqualTo(Entry.AT_WORK);
        assertThat(line.await("a2", "a")).isEqualTo(Entry.AT_WORK);
        assertThat(line.await("a3", "a")).isEqualTo(Entry.WAITING);
        assertThat(line.await("b1", "b")).isEqualTo(Entry.AT_WORK);
        assertThat(line.await("b2", "b")).isEqualTo(Entry.WAITING);
        assertThat(line.leave("a1")).contains("a3");
        assertThat(line.leave("a2")).contains("b2");
        assertThat(line.leave("a3")).isEmpty();
    }

    @Test
    void whoIsNextHasASourceWithRoom() {
        line.enter("a1", "a");
        line.enter("a2", "a");
        line.enter("b1", "b");
        line.await("a3", "a");
        line.await("c1", "c");
        assertThat(line.leave("b1")).contains("c1");
    }

    @Test
    void whoCannotEnterIsNotHere() {
        line.enter("a1", "a");
        line.enter("a2", "a");
        assertThat(line.enter("a3", "a")).isFalse();
        assertThat(line.leave("a1")).isEmpty();
        assertThat(line.enter("a3", "a")).isTrue();
    }

    @Test
    void whoIsAtWorkIsCountedOnce() {
        line.enter("a1", "a");
        assertThat(line.enter("a1", "a")).isTrue();
        assertThat(line.enter("a2", "a")).isTrue();
        line.leave("a1");
        assertThat(line.enter("a3", "a")).isTrue();
    }

    @Test
    void halfOfTheLineIsForOthers() {
        for (int i = 1; i <= 5; i++) {
            line.await("a" + i, "a");
        }
        assertThat(line.await("a6", "a")).isEqualTo(Entry.REFUSED);
        line.enter("b1", "b");
        for (int i = 2; i <= 4; i++) {
            assertThat(line.await("b" + i, "b")).isEqualTo(Entry.WAITING);
        }
        assertThat(line.await("c1", "c")).isEqualTo(Entry.REFUSED);
    }

    @Test
    void whoLeavesTheLineIsNotCalled() {
        line.enter("a1", "a");
        line.enter("a2", "a");
        line.await("a3", "a");
        line.await("a4", "a");
        assertThat(line.leave("a3")).isEmpty();
        assertThat(line.leave("a1")).contains("a4");
        assertThat(line.leave("nobody")).isEmpty();
    }
}
