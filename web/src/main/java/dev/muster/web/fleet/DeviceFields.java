package dev.muster.web.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceState;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.web.shared.ViewIds;
import java.io.Serializable;
import java.util.UUID;

/** The fields of a filter of devices. What has no field stays as it was shown. */
public abstract class DeviceFields implements Serializable {

    private String text;

    private String identifier;

    private DeviceState state;

    private DeviceStatus status;

    private CredentialStatus credentialStatus;

    private DeviceType type;

    private String manufacturerId;

    private String importId;

    private String modelId;

    private UUID certificateId;

    protected final void fill(DeviceFilter filter) {
        text = filter.text();
        identifier = filter.identifier();
        state = filter.state();
        status = filter.status();
        credentialStatus = filter.credentialStatus();
        type = filter.type();
        manufacturerId = ViewIds.value(filter.manufacturerId());
        importId = ViewIds.value(filter.importId());
        modelId = ViewIds.value(filter.modelId());
        certificateId = filter.certificateId();
    }

    /** @param applicationId null for all devices, whatever they belong to */
    protected final DeviceFilter filter(UUID applicationId) {
        return new DeviceFilter(
                text,
                status,
                credentialStatus,
                type,
                ViewIds.chosen(manufacturerId),
                ViewIds.chosen(importId),
                identifier,
                state,
                ViewIds.chosen(modelId),
                certificateId,
                applicationId);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public DeviceState getState() {
        return state;
    }

    public void setState(DeviceState state) {
        this.state = state;
    }

    public DeviceType getType() {
        return type;
    }

    public void setType(DeviceType type) {
        this.type = type;
    }

    public String getManufacturerId() {
        return manufacturerId;
    }

    public void setManufacturerId(String manufacturerId) {
        this.manufacturerId = manufacturerId;
    }

    public String getImportId() {
        return importId;
    }

    public void setImportId(String importId) {
        this.importId = importId;
    }

    public String getModelId() {
        return modelId;
    }

    public void setModelId(String modelId) {
        this.modelId = modelId;
    }
}
