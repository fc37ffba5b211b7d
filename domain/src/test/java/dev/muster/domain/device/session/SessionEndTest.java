package dev.muster.domain.device.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionEndTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0x8D, KEEP_ALIVE_TIMEOUT", "0x8E, TAKEN_OVER", "0x98, CREDENTIALS_ENDED", "0x82, ENDED_BY_SERVER"})
    void theCodeOfTheServersDisconnectSaysWhy(String code, SessionEnd end) {
        assertThat(SessionEnd.of(Integer.decode(code))).isEqualTo(end);
    }

    @Test
    void aServerThatWasNotSeenForFifteenSecondsIsNotAlive() {
        assertThat(ServerInstance.isAlive(NOW.minusSeconds(14), NOW)).isTrue();
        assertThat(ServerInstance.isAlive(NOW.minusSeconds(15), NOW)).isFalse();
        assertThat(ServerInstance.isAlive(null, NOW)).isFalse();
    }

    @Test
    void aTransportSaysWhatCarriesTheSession() {
        assertThat(SessionTransport.of(false, false)).isEqualTo(SessionTransport.TCP);
        assertThat(SessionTransport.of(false, true)).isEqualTo(SessionTransport.TLS);
        assertThat(SessionTransport.of(true, false)).isEqualTo(SessionTransport.WS);
        assertThat(SessionTransport.of(true, true)).isEqualTo(SessionTransport.WSS);
    }
}
