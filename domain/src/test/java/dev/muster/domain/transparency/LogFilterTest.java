package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFilterTest {

    private static final Instant TIME = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void aPlaceStaysAPlaceOfATenant() {
        UUID tenant = UUID.randomUUID();
        assertThat(LogFilter.at(7).of(tenant).index()).isEqualTo(7);
        assertThat(LogFilter.at(7).of(tenant).tenantId()).isEqualTo(tenant);
    }

    @Test
    void knowsWhetherOnlyTimesChooseTheLeaves() {
        assertThat(new LogFilter(null, TIME, null, null, null, null).isOfTimesOnly())
                .isTrue();
        assertThat(new LogFilter(null, null, TIME, null, null, null).isOfTimesOnly())
                .isTrue();
        assertThat(LogFilter.ALL.isOfTimesOnly()).isFalse();
        assertThat(LogFilter.at(7).isOfTimesOnly()).isFalse();
        assertThat(LogFilter.ALL.of(UUID.randomUUID()).isOfTimesOnly()).isFalse();
        assertThat(new LogFilter("login", TIME, TIME, null, null, null).isOfTimesOnly())
                .isFalse();
        assertThat(new LogFilter(null, TIME, TIME, null, null, null, "login", null).isOfTimesOnly())
                .isFalse();
        assertThat(new LogFilter(null, TIME, TIME, null, null, null)
                        .of(UUID.randomUUID())
                        .isOfTimesOnly())
                .as("a tenant's leaves are not a range")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10", "import:17", "user:0"})
    void knowsAReference(String text) {
        assertThat(LogFilter.isReference(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "olivia", "user:", ":1", "user:%", "user:_", "user:\"", "USER:1", "user:1 or 1", "user:1\n"})
    void aReferenceHasNoSignOfAPattern(String text) {
        assertThat(LogFilter.isReference(text)).isFalse();
    }
}
