package dev.muster.domain.device;

import dev.muster.domain.shared.TenantName;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is to be different about a model; what is {@code null} stays as it is. */
public record ModelChange(
        TenantName name, List<TelemetryKey> keys, UnknownKeys unknownKeys, Set<DeviceType> defaultFor) {

    /** What the model is to be then. */
    public ModelDescription on(DeviceModel model) {
        return new ModelDescription(
                Objects.requireNonNullElseGet(name, () -> new TenantName(model.name())),
                Objects.requireNonNullElseGet(keys, model::keys),
                Objects.requireNonNullElseGet(unknownKeys, model::unknownKeys),
                Objects.requireNonNullElseGet(defaultFor, model::defaultFor));
    }
}
