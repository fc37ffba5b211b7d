package dev.muster.domain.provisioning.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptFilterTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void blanksLetAllPass() {
        assertThat(new AttemptFilter(null, " ", null, "", null, null, null, "\t "))
                .isEqualTo(AttemptFilter.ALL);
    }

    @Test
    void textIsLookedForWithoutTheBlanksAroundIt() {
        AttemptFilter filter = new AttemptFilter(null, " 1 ", null, "\t127.0.0.1", null, null, null, " 7 ");
        assertThat(filter.identifier()).isEqualTo("1");
        assertThat(filter.source()).isEqualTo("127.0.0.1");
        assertThat(filter.search()).isEqualTo("7");
    }

    @Test
    void timesGoForward() {
        assertThat(times(NOON, NOON.plusSeconds(1)).from()).isEqualTo(NOON);
        assertThatThrownBy(() -> times(NOON, NOON)).isInstanceOf(ProblemException.class);
    }

    @Test
    void timesAreOnesThatADatabaseKnows() {
        assertThatThrownBy(() -> times(Instant.MIN, null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> times(null, Instant.MAX)).isInstanceOf(ProblemException.class);
    }

    @Test
    void pagesEndWhereTheCountDoes() {
        PageRequest last = new PageRequest(AttemptPage.MAX_COUNTED / 50 - 1, 50);
        assertThat(AttemptPage.within(last)).isEqualTo(last);
        assertThatThrownBy(() -> AttemptPage.within(new PageRequest(AttemptPage.MAX_COUNTED / 50, 50)))
                .isInstanceOf(ProblemException.class);
    }

    private static AttemptFilter times(Instant from, Instant to) {
        return new AttemptFilter(null, null, null, null, from, to, null, null);
    }
}
