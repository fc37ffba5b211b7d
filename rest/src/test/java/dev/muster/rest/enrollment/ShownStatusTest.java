package dev.muster.rest.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.ImportStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShownStatusTest {

    @Test
    void aDraftThatIsChangedIsShownAsValidating() {
        assertThat(ShownStatus.of(ImportStatus.CHANGING)).isEqualTo(ShownStatus.VALIDATING);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHANGING")
    void everyOtherStatusIsShownByItsName(ImportStatus status) {
        assertThat(ShownStatus.of(status)).hasToString(status.name());
    }

    @Test
    void whoAsksForValidatingGetsTheChangedOnesToo() {
        assertThat(ShownStatus.statuses(ShownStatus.VALIDATING))
                .containsExactlyInAnyOrder(ImportStatus.VALIDATING, ImportStatus.CHANGING);
        assertThat(ShownStatus.statuses(ShownStatus.DRAFT)).containsExactly(ImportStatus.DRAFT);
    }

    @Test
    void whoAsksForNoStatusGetsAll() {
        assertThat(ShownStatus.statuses(null)).containsExactlyInAnyOrder(ImportStatus.values());
    }
}
