package dev.muster.domain.enrollment.allowlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseReasonTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u00a0\u200b", "two\nlines", "a\u0000b"})
    void aReasonSaysSomethingOnOneLine(String entered) {
        assertThatThrownBy(() -> new ReleaseReason(entered))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED));
    }

    @Test
    void blanksAroundItAreNotCounted() {
        assertThat(new ReleaseReason("  " + "x".repeat(500) + "\n").entered()).isEqualTo("x".repeat(500));
        assertThatThrownBy(() -> new ReleaseReason("x".repeat(501))).hasMessageContaining("501");
    }
}
