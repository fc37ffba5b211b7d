package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

    @ParameterizedTest
    @EnumSource
    void codeIsTheNameInKebabCase(ProblemCode code) {
        assertThat(code.code()).isEqualTo(code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(code.title()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void onlyWhatMayComeRightByItselfIsRetryable() {
        assertThat(Arrays.stream(ProblemCode.values()).filter(ProblemCode::retryable))
                .containsExactly(
                        ProblemCode.USE_NONCE,
                        ProblemCode.DEVICE_NOT_IMPORTED,
                        ProblemCode.RATE_LIMITED,
                        ProblemCode.UNAVAILABLE);
    }
}
