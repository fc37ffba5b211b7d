package dev.muster.domain.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqttLimitsTest {

    @Test
    void limitsAreThoseOfTheContract() {
        assertThat(MqttLimits.MAX_PACKET_BYTES).isEqualTo(1024 * 1024);
        assertThat(MqttLimits.RECEIVE_MAXIMUM).isBetween(16, 64);
        assertThat(MqttLimits.MAXIMUM_QOS).isEqualTo(1);
        assertThat(MqttLimits.QOS_NOT_SUPPORTED).isEqualTo(0x9B);
        assertThat(MqttLimits.MAX_SESSION_EXPIRY).hasHours(24);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "86400, 86400", "86401, 86400", "4294967295, 86400"})
    void aSessionOutlivesItsConnectionByADayAtMost(long wanted, long granted) {
        assertThat(MqttLimits.sessionExpiry(wanted)).hasSeconds(granted);
    }

    @ParameterizedTest
    @CsvSource({"0, 3600", "1, 5", "5, 5", "60, 60", "3600, 3600", "3601, 3600", "65535, 3600"})
    void keepAliveIsBoundedAndNeverOff(int wanted, long granted) {
        assertThat(MqttLimits.keepAlive(wanted)).hasSeconds(granted);
    }
}
