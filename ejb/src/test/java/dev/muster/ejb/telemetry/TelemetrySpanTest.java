package dev.muster.ejb.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetrySpanTest {

    private static final TelemetryPosition POSITION = new TelemetryPosition(1_764_000_000_000L, 7);

    @Test
    void aPositionIsReadAsItWasGiven() {
        assertThat(TelemetryPosition.parse(POSITION.toString())).isEqualTo(POSITION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "1-", "-1", "+1-1", "1-2-3", "1 - 2", "9999999999999999999-1", "１-１"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> TelemetryPosition.parse(text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theNewestEndAtTheLastTime() {
        assertThat(span(5, null).end()).isEqualTo(new TelemetryPosition(5, Long.MAX_VALUE));
    }

    @Test
    void anotherPageEndsBeforeTheLastMessage() {
        assertThat(span(Long.MAX_VALUE, POSITION).end()).isEqualTo(new TelemetryPosition(POSITION.ts(), 6));
        assertThat(span(POSITION.ts(), POSITION).end()).isEqualTo(new TelemetryPosition(POSITION.ts(), 6));
        assertThat(span(POSITION.ts() - 1, POSITION).end())
                .isEqualTo(new TelemetryPosition(POSITION.ts() - 1, Long.MAX_VALUE));
    }

    private static TelemetrySpan span(long to, TelemetryPosition before) {
        return new TelemetrySpan(0, to, null, 10, before);
    }
}
