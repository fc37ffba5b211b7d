package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantNameTest {

    @Test
    void stripsBlanksAndComparesWithoutCase() {
        TenantName name = new TenantName("  Acme Trackers ");

        assertThat(name.entered()).isEqualTo("Acme Trackers");
        assertThat(name.normalized()).isEqualTo(new TenantName("ACME trackers").normalized());
    }

    @Test
    void aComposedAndADecomposedLetterAreTheSame() {
        assertThat(new TenantName("Andr\u00e9")).isEqualTo(new TenantName("Andre\u0301"));
    }

    @Test
    void sixtyFourCharactersAreAllowed() {
        assertThat(new TenantName("x".repeat(64)).entered()).hasSize(64);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "a\nb", "a\u0000"})
    void refusesWhatIsNoName(String entered) {
        assertThatThrownBy(() -> new TenantName(entered))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED));
    }

    @Test
    void refusesALongNameWithBothNumbers() {
        assertThatThrownBy(() -> new TenantName("x".repeat(65)))
                .hasMessageContaining("65")
                .hasMessageContaining("64");
    }
}
