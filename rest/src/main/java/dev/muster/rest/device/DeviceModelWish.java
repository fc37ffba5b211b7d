package dev.muster.rest.device;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.device.ModelChange;
import dev.muster.domain.device.ModelDescription;
import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.device.UnknownKeys;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model to make, or the changes of a model. */
@Schema(name = "DeviceModelUpdate")
public record DeviceModelWish(
        @Schema(maxLength = TenantName.MAX_LENGTH, description = "Needed for a new model")
        String name,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = KeyJson.class,
                maxItems = ModelDescription.MAX_KEYS,
                description = "All keys of the model; if absent in a new model, it has no keys")
        List<KeyJson> keys,

        @Schema(description = "What happens to a message with an unknown key; KEEP if absent in a new model")
        UnknownKeys unknownKeys,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = String.class,
                description = "New devices of these types get this model, unless their import chooses another")
        List<DeviceType> defaultFor) {

    /** @throws ProblemException {@code validation-failed}, {@code malformed-request}, {@code body-too-large} */
    static ModelDescription create(InputStream json) {
        ModelChange wish = change(json);
        return new ModelDescription(
                Objects.requireNonNullElseGet(wish.name(), () -> new TenantName(null)),
                Objects.requireNonNullElseGet(wish.keys(), List::of),
                Objects.requireNonNullElse(wish.unknownKeys(), UnknownKeys.KEEP),
                Objects.requireNonNullElseGet(wish.defaultFor(), Set::of));
    }

    /** @throws ProblemException {@code validation-failed}, {@code malformed-request}, {@code body-too-large} */
    static ModelChange change(InputStream json) {
        JsonBody body = JsonBody.read(json, "name", "keys", "unknownKeys", "defaultFor");
        return new ModelChange(
                body.isNull("name") ? null : new TenantName(body.text("name")),
                keys(body.objects("keys", KeyJson.MEMBERS)),
                body.constant("unknownKeys", UnknownKeys.class),
                types(body.constants("defaultFor", DeviceType.class)));
    }

    private static List<TelemetryKey> keys(List<JsonBody> wanted) {
        return wanted == null ? null : wanted.stream().map(KeyJson::read).toList();
    }

    private static Set<DeviceType> types(List<DeviceType> wanted) {
        if (wanted == null) {
            return null;
        }
        return wanted.isEmpty() ? Set.of() : EnumSet.copyOf(wanted);
    }
}
