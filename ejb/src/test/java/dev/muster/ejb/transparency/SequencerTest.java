package dev.muster.ejb.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SequencerTest {

    @Test
    void aRoundLooksAtTheNewestLeaves() {
        assertThat(Sequencer.oldest(50_000, Set.of())).isEqualTo(40_000);
        assertThat(Sequencer.oldest(50_000, Set.of(49_999L, 60_000L))).isEqualTo(40_000);
    }

    @Test
    void aRoundLooksAtAnOldLeafThatIsAwaited() {
        assertThat(Sequencer.oldest(50_000, Set.of(49_999L, 17L))).isEqualTo(17);
    }
}
