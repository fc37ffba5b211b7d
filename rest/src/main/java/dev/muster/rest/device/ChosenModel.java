package dev.muster.rest.device;

import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The model that a device or an import gets. */
@Schema(name = "DeviceModelChoice")
public record ChosenModel(
        @Schema(nullable = true, description = "The id of the model; null for no model")
        UUID model) {

    /** @throws ProblemException {@code validation-failed} if the member is missing; for no model, send {@code null} */
    public static ChosenModel read(InputStream json) {
        JsonBody body = JsonBody.read(json, "model");
        if (!body.has("model")) {
            throw ProblemException.invalid("The member model is missing; send a model's id, or null for no model.");
        }
        return new ChosenModel(body.id("model"));
    }
}
