package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewIdsTest {

    @Test
    void readsANumber() {
        assertThat(ViewIds.number("17")).isEqualTo(17);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" 17", "17@2026-11-29T12:00:00Z", "1e3", "99999999999999999999"})
    void otherTextsNameNothing(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ViewIds.number(text))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }
}
