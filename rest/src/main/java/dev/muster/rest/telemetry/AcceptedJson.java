package dev.muster.rest.telemetry;

import dev.muster.ejb.telemetry.AcceptedTelemetry;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was taken.
 *
 * @param accepted how many messages are in the database
 * @param ignored how many are not; {@code null}, and absent in the answer, if there are none
 */
@JsonbPropertyOrder({"accepted", "ignored"})
public record AcceptedJson(
        @Schema(required = true, description = "How many messages are in the database")
        int accepted,

        @Schema(
                description = "How many messages differ from a value kept earlier for the same device, ts and key;"
                        + " absent if there are none")
        Integer ignored) {

    static AcceptedJson of(AcceptedTelemetry telemetry) {
        return new AcceptedJson(telemetry.accepted(), telemetry.ignored() == 0 ? null : telemetry.ignored());
    }
}
