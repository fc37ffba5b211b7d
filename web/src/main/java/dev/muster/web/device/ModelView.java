package dev.muster.web.device;

import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.device.ModelChange;
import dev.muster.domain.device.ModelDescription;
import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.device.UnknownKeys;
import dev.muster.domain.device.ValueType;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.device.ModelImpact;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The form for a data model: an existing model if the page's address has an id, otherwise a new one. */
@Named
@ViewScoped
public class ModelView implements Serializable {

    private static final String LIST = "/organization/models?faces-redirect=true";

    @Inject
    private DeviceModelService models;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    @Inject
    private Feedback feedback;

    private String id;

    private String title;

    private String name;

    private boolean refusing;

    private DeviceType[] defaultFor = {};

    private List<KeyRow> keys = new ArrayList<>();

    private transient ModelImpact impact;

    /** Fills the form with the existing model; the form of a new model has one empty line. */
    public void open() {
        if (isNew()) {
            keys.add(new KeyRow());
            return;
        }
        DeviceModel model = models.get(caller.get(), caller.tenantId(), modelId());
        title = model.name();
        name = model.name();
        refusing = model.unknownKeys() == UnknownKeys.REFUSE;
        defaultFor = model.defaultFor().toArray(DeviceType[]::new);
        model.keys().forEach(key -> keys.add(KeyRow.of(key)));
    }

    public void add() {
        keys.add(new KeyRow());
    }

    public void remove(KeyRow row) {
        keys.remove(row);
    }

    public String save() {
        if (!feedback.attempt(this::store)) {
            return null;
        }
        feedback.done(texts.of("device.modelSaved"));
        feedback.keep();
        return LIST;
    }

    private void store() {
        ModelDescription wanted = new ModelDescription(
                new TenantName(name), typed(), refusing ? UnknownKeys.REFUSE : UnknownKeys.KEEP, Set.of(defaultFor));
        if (isNew()) {
            models.create(caller.get(), caller.tenantId(), wanted);
        } else {
            ModelChange change =
                    new ModelChange(wanted.name(), wanted.keys(), wanted.unknownKeys(), wanted.defaultFor());
            models.change(caller.get(), caller.tenantId(), modelId(), change);
        }
    }

    /** Empty lines are not keys. */
    private List<TelemetryKey> typed() {
        return keys.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> row.toKey(texts))
                .toList();
    }

    public String delete() {
        if (!feedback.attempt(() -> models.delete(caller.get(), caller.tenantId(), modelId()))) {
            return null;
        }
        feedback.done(texts.of("device.modelDeleted"));
        feedback.keep();
        return LIST;
    }

    /** What deleting the model would change. */
    public ModelImpact getImpact() {
        if (impact == null) {
            impact = models.impact(caller.get(), caller.tenantId(), modelId());
        }
        return impact;
    }

    public boolean isNew() {
        return id == null || id.isBlank();
    }

    private UUID modelId() {
        return ViewIds.parse(id);
    }

    public DeviceType[] getDeviceTypes() {
        return DeviceType.values();
    }

    public ValueType[] getValueTypes() {
        return ValueType.values();
    }

    public List<KeyRow> getKeys() {
        return keys;
    }

    /** The model's name when the page was opened. */
    public String getTitle() {
        return title;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isRefusing() {
        return refusing;
    }

    public void setRefusing(boolean refusing) {
        this.refusing = refusing;
    }

    public DeviceType[] getDefaultFor() {
        return defaultFor.clone();
    }

    public void setDefaultFor(DeviceType[] defaultFor) {
        this.defaultFor = defaultFor.clone();
    }
}
