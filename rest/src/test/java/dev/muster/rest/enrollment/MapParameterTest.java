package dev.muster.rest.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapParameterTest {

    @Test
    void theLastColonSeparates() {
        assertThat(MapParameter.parse(List.of("ID: serial:uniqueIdentifier", "Typ:deviceType")))
                .isEqualTo(Map.of("ID: serial", Column.UNIQUE_IDENTIFIER, "Typ", Column.DEVICE_TYPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "uniqueIdentifier", ":uniqueIdentifier", "IMEI:", "IMEI:imei", "IMEI:UniqueIdentifier"})
    void anythingElseIsRefused(String entry) {
        assertThatThrownBy(() -> MapParameter.parse(List.of(entry))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aColumnComesFromOneHeader() {
        assertThatThrownBy(() -> MapParameter.parse(List.of("A:deviceName", "B:deviceName")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> MapParameter.parse(List.of("A:deviceName", "A:deviceType")))
                .isInstanceOf(ProblemException.class);
    }
}
