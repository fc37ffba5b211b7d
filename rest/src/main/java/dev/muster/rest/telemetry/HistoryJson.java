package dev.muster.rest.telemetry;

import dev.muster.ejb.telemetry.TelemetryPage;
import dev.muster.ejb.telemetry.TelemetryPosition;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Messages, newest first.
 *
 * @param next what to send as {@code before} for the messages before these; {@code null}, and absent in the answer, if there
 *     are none
 */
@JsonbPropertyOrder({"items", "next"})
public record HistoryJson(
        List<MessageJson> items,

        @Schema(
                description = "Send this value as the parameter before to get older messages; absent if there are no"
                        + " older messages")
        String next) {

    static HistoryJson of(TelemetryPage page) {
        return new HistoryJson(
                page.messages().stream().map(MessageJson::of).toList(),
                page.last().map(TelemetryPosition::toString).orElse(null));
    }
}
