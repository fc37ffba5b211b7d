package dev.muster.web.enrollment.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.text.EnglishTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderParametersTest {

    private final HeaderParameters parameters = new HeaderParameters(EnglishTexts.get());

    @Test
    void readsHeadersWithColonsInThem() {
        assertThat(parameters.mapping(new String[] {"Serial: no.:uniqueIdentifier", "Label:deviceName"}))
                .containsEntry("Serial: no.", Column.UNIQUE_IDENTIFIER)
                .containsEntry("Label", Column.DEVICE_NAME);
    }

    @Test
    void mapsNothingIfNothingIsSent() {
        assertThat(parameters.mapping(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "Label", "Label:", ":deviceName", " :deviceName", "Label:DEVICE_NAME", "Label:status"})
    void refusesWhatIsNoMapping(String entry) {
        assertThatThrownBy(() -> parameters.mapping(new String[] {entry})).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesOneThingTwice() {
        String[] columnTwice = {"A:deviceName", "B:deviceName"};
        String[] headerTwice = {"A:deviceName", "A:deviceType"};
        assertThatThrownBy(() -> parameters.mapping(columnTwice)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> parameters.mapping(headerTwice)).isInstanceOf(ProblemException.class);
    }
}
