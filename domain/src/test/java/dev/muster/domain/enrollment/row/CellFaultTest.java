package dev.muster.domain.enrollment.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.manufacturer.IdentifierFault;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellFaultTest {
    @Test
    void theCodesAreThePromisedOnes() {
        assertThat(Arrays.stream(CellFault.values()).map(CellFault::code))
                .containsExactly(
                        "cell-count",
                        "blank",
                        "too-long",
                        "unprintable",
                        "lookalike",
                        "scheme-mismatch",
                        "check-digit",
                        "duplicate-in-file",
                        "already-enrolled",
                        "held-elsewhere",
                        "not-allowed",
                        "name-duplicate-in-file",
                        "name-taken",
                        "unknown-type",
                        "parent-not-allowed",
                        "parent-not-found",
                        "parent-not-gateway");
    }

    @ParameterizedTest
    @EnumSource(CellFault.class)
    void everyFaultIsFoundByItsCodeAndToldInSentences(CellFault fault) {
        assertThat(CellFault.ofCode(fault.code())).contains(fault);
        for (Column column : Column.values()) {
            assertThat(fault.detail(column)).endsWith(".").doesNotContain("%");
        }
    }

    @ParameterizedTest
    @EnumSource(IdentifierFault.class)
    void everyFaultOfAnIdentifierIsOneOfItsCell(IdentifierFault fault) {
        assertThat(CellFault.of(fault).name()).isEqualTo(fault.name());
    }
}
