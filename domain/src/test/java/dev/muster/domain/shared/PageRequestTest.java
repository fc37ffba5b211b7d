package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

    @Test
    void beginsWhereTheFormerPageEnds() {
        assertThat(new PageRequest(3, 50).offset()).isEqualTo(150);
    }

    @Test
    void aPageFarBehindTheEndIsEmptyAndNoOverflow() {
        assertThat(new PageRequest(Integer.MAX_VALUE, 500).offset()).isEqualTo(Integer.MAX_VALUE - 500);
    }

    @ParameterizedTest
    @CsvSource({"-1, 50", "0, 0", "0, 501", "0, -5"})
    void refusesWhatIsOutOfBounds(int page, int size) {
        assertThatThrownBy(() -> new PageRequest(page, size)).isInstanceOf(ProblemException.class);
    }
}
