package dev.muster.rest.command;

import dev.muster.domain.command.CommandContent;
import dev.muster.domain.command.NewCommand;
import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.JsonBody;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A command to send. */
@Schema(name = "NewCommand")
public record CommandWish(
        @Schema(required = true, description = "A JSON object of at most 64 KiB; only the device knows what it means")
        Map<String, JsonValue> data,

        @Schema(
                nullable = true,
                description =
                        "A date and a time with its offset (RFC 3339), at most 30 days from now; default: in one day")
        Instant expiresAt) {

    /** The longest content with everything written as escapes, and the other members. */
    public static final int MAX_BODY = 6 * CommandContent.MAX_BYTES + 1024;

    /** @throws ProblemException {@code validation-failed}, {@code malformed-request}, {@code body-too-large} */
    static CommandWish read(InputStream json) {
        JsonBody body = JsonBody.read(json, MAX_BODY, "data", "expiresAt");
        return new CommandWish(body.anyObject("data"), body.time("expiresAt"));
    }

    NewCommand command() {
        return new NewCommand(CommandContent.of((JsonObject) data), expiresAt, null);
    }
}
