package dev.muster.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceLimitsTest {

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 16", "3, 24", "64, 24"})
    void processorsAndConnectionsSayHowManyAreAtWork(int processors, int atOnce) {
        assertThat(DeviceLimits.usual(processors)).isEqualTo(atOnce);
    }
}
