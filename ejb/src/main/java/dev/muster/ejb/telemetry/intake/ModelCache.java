package dev.muster.ejb.telemetry.intake;

import dev.muster.domain.device.DeviceModel;
import dev.muster.ejb.device.DeviceModelRepository;
import dev.muster.ejb.device.ModelVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Models by their version. A login says which version counts now, so a model that was changed, here or on another
 * server, is not found in the cache and is read again.
 */
@ApplicationScoped
class ModelCache {

    /** A model has at most some hundred keys. */
    private static final int REMEMBERED = 1_000;

    @Inject
    private DeviceModelRepository models;

    private final Map<ModelVersion, DeviceModel> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ModelVersion, DeviceModel> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @return {@code null} for a device without a model, or whose model was deleted at this moment */
    @Nullable
    DeviceModel of(@Nullable ModelVersion version) {
        if (version == null) {
            return null;
        }
        DeviceModel remembered = remembered(version);
        return remembered == null ? read(version) : remembered;
    }

    private @Nullable DeviceModel remembered(ModelVersion version) {
        synchronized (known) {
            return known.get(version);
        }
    }

    /** A model that was changed after the login is not remembered under the version of the login. */
    private @Nullable DeviceModel read(ModelVersion version) {
        DeviceModel model = models.of(version.modelId()).orElse(null);
        if (model != null && model.version() == version.version()) {
            synchronized (known) {
                known.put(version, model);
            }
        }
        return model;
    }
}
