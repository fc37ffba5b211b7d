package dev.muster.domain.device;

import dev.muster.domain.shared.TenantName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of a model; a member that is {@code null} stays as it is. */
public record ModelChange(
        @Nullable TenantName name,
        @Nullable List<TelemetryKey> keys,
        @Nullable UnknownKeys unknownKeys,
        @Nullable Set<DeviceType> defaultFor) {

    /** The model after the change. */
    public ModelDescription on(DeviceModel model) {
        return new ModelDescription(
                Objects.requireNonNullElseGet(name, () -> new TenantName(model.name())),
                Objects.requireNonNullElseGet(keys, model::keys),
                Objects.requireNonNullElseGet(unknownKeys, model::unknownKeys),
                Objects.requireNonNullElseGet(defaultFor, model::defaultFor));
    }
}
