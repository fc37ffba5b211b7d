package dev.muster.web.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.telemetry.TelemetryRecord;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelemetryDisplayTest {

    private final TelemetryDisplay display = new TelemetryDisplay();

    @Test
    void takesTheQuotesOffTexts() {
        assertThat(display.literal("\"a \\\"b\\\"\"")).isEqualTo("a \"b\"");
        assertThat(display.literal("21.50")).isEqualTo("21.50");
        assertThat(display.literal("true")).isEqualTo("true");
    }

    @Test
    void writesTheDataOfAMessageInTheOrderOfItsKeys() {
        TelemetryRecord message =
                new TelemetryRecord(0, Map.of("moving", JsonValue.TRUE, "battery", Json.createValue(87)));
        assertThat(display.raw(message)).isEqualTo("{\"battery\":87,\"moving\":true}");
    }
}
