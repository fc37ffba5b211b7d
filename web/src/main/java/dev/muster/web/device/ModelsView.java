package dev.muster.web.device;

import dev.muster.domain.device.DeviceModel;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The organization's models. */
@Named
@ViewScoped
public class ModelsView implements Serializable {

    @Inject
    private DeviceModelService models;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    private final PagedModel<DeviceModel> list =
            new PagedModel<>(request -> models.list(caller.get(), caller.tenantId(), null, request));

    /** The device types that have this model as their default, in words; empty if there are none. */
    public String defaultFor(DeviceModel model) {
        return model.defaultFor().stream()
                .map(texts::word)
                .reduce((some, one) -> texts.of("device.listed", some, one))
                .orElse("");
    }

    public PagedModel<DeviceModel> getList() {
        return list;
    }
}
