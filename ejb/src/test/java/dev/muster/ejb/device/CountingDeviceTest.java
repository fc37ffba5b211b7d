package dev.muster.ejb.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountingDeviceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static final UUID OWN = UUID.randomUUID();

    private static final UUID OTHER = UUID.randomUUID();

    private final Instant since = NOW.minusSeconds(10);

    @Test
    void aSessionIsTakenOverOnlyByALaterOne() {
        assertThat(noted(OTHER, since.plusMillis(1)).hasNewerSession(OWN, since))
                .isTrue();
        assertThat(noted(OTHER, since).hasNewerSession(OWN, since)).isTrue();
        assertThat(noted(OTHER, since.minusMillis(1)).hasNewerSession(OWN, since))
                .isFalse();
        assertThat(noted(OWN, since).hasNewerSession(OWN, since)).isFalse();
        assertThat(noted(null, null).hasNewerSession(OWN, since)).isFalse();
    }

    /** Otherwise a device could not connect any more after the clock of the database was set back. */
    @Test
    void aSessionFromTheFutureTakesNothingOver() {
        assertThat(noted(OTHER, NOW.plusSeconds(59)).hasNewerSession(OWN, since))
                .isTrue();
        assertThat(noted(OTHER, NOW.plusSeconds(60)).hasNewerSession(OWN, since))
                .isFalse();
    }

    private static CountingDevice noted(UUID connection, Instant since) {
        return new CountingDevice("key", connection, since, NOW);
    }
}
