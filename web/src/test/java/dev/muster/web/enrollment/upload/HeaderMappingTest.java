package dev.muster.web.enrollment.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderMappingTest {

    @Test
    void readsHeadersWithColonsInThem() {
        assertThat(HeaderMapping.parse(new String[] {"Serial: no.:uniqueIdentifier", "Label:deviceName"}))
                .containsEntry("Serial: no.", Column.UNIQUE_IDENTIFIER)
                .containsEntry("Label", Column.DEVICE_NAME);
    }

    @Test
    void nothingSentIsNothingMapped() {
        assertThat(HeaderMapping.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "Label", "Label:", ":deviceName", " :deviceName", "Label:DEVICE_NAME", "Label:status"})
    void refusesWhatIsNoMapping(String entry) {
        assertThatThrownBy(() -> HeaderMapping.parse(new String[] {entry})).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesOneThingTwice() {
        String[] columnTwice = {"A:deviceName", "B:deviceName"};
        String[] headerTwice = {"A:deviceName", "A:deviceType"};
        assertThatThrownBy(() -> HeaderMapping.parse(columnTwice)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> HeaderMapping.parse(headerTwice)).isInstanceOf(ProblemException.class);
    }
}
