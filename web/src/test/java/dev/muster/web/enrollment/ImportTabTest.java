package dev.muster.web.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTabTest {

    @ParameterizedTest
    @EnumSource(ImportTab.class)
    void anAddressNamesEachPart(ImportTab tab) {
        assertThat(ImportTab.named(tab.link())).isEqualTo(tab);
    }

    @Test
    void anAddressWithoutAPartShowsTheFirst() {
        assertThat(ImportTab.named(null)).isEqualTo(ImportTab.PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rows", "ROWS", "lost"})
    void otherNamesAreNotFound(String name) {
        assertThatThrownBy(() -> ImportTab.named(name)).isInstanceOf(ProblemException.class);
    }
}
