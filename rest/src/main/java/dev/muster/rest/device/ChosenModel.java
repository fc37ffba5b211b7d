package dev.muster.rest.device;

import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The model that something is to have. */
public record ChosenModel(
        @Schema(nullable = true, description = "The id of the model; null for no model")
        UUID model) {

    /** @throws ProblemException {@code validation-failed} where the member is missing; {@code null} has to be said */
    public static ChosenModel read(InputStream json) {
        JsonBody body = JsonBody.read(json, "model");
        if (!body.has("model")) {
            throw ProblemException.invalid("The member model is missing; send a model's id, or null for no model.");
        }
        return new ChosenModel(body.id("model"));
    }
}
