package dev.muster.domain.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetTotalsTest {

    @Test
    void eachEnrolledIdentifierIsExpectedJoinedOrInvalidated() {
        FleetTotals totals = new FleetTotals(300, 290, 5, 7);
        assertThat(totals.expected()).isEqualTo(3);
        assertThat(totals.joinedPercent()).isEqualTo(96);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 300, 0", "299, 300, 99", "300, 300, 100", "400, 300, 100", "5000000000, 10000000000, 50"
    })
    void onlyAllAreAHundredPerCent(long part, long whole, int percent) {
        assertThat(FleetTotals.percent(part, whole)).isEqualTo(percent);
    }
}
