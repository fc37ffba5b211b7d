package dev.muster.rest.telemetry;

import jakarta.json.JsonValue;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a device sends, for the OpenAPI document; the domain reads it.
 *
 * @param ts milliseconds since 1970, UTC; may be absent: then it is the time of receipt
 * @param data numbers, texts and booleans by key
 * @param device the identifier of a peripheral behind a gateway; absent for the sender itself
 */
@Schema(description = "One message; you can also send an array of up to 1,000 messages")
record ReportJson(
        @Schema(description = "Milliseconds since 1970, UTC; if absent, the time of receipt")
        Long ts,

        @Schema(required = true, description = "Numbers, texts and booleans by key")
        Map<String, JsonValue> data,

        @Schema(description = "The uniqueIdentifier of a peripheral, if its gateway sends the message")
        String device) {}
