package dev.muster.web.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.web.shared.ViewIds;
import java.io.Serializable;

/** The search for devices. */
public class DeviceSearch implements Serializable {

    private String text;

    private DeviceStatus status;

    private CredentialStatus credentialStatus;

    private DeviceType type;

    private String manufacturerId;

    private String importId;

    DeviceFilter filter() {
        return new DeviceFilter(
                text, status, credentialStatus, type, ViewIds.chosen(manufacturerId), ViewIds.chosen(importId), null);
    }

    void clear() {
        text = null;
        status = null;
        credentialStatus = null;
        type = null;
        manufacturerId = null;
        importId = null;
    }

    /** Whether the search leaves out devices, so that an empty list does not mean that there are none. */
    public boolean isNarrow() {
        return filter().isNarrow();
    }

    /** The search as the query of an address. */
    public String getLink() {
        return DeviceSearchLink.of(filter());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public DeviceStatus getStatus() {
        return status;
    }

    public void setStatus(DeviceStatus status) {
        this.status = status;
    }

    public CredentialStatus getCredentialStatus() {
        return credentialStatus;
    }

    public void setCredentialStatus(CredentialStatus credentialStatus) {
        this.credentialStatus = credentialStatus;
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
}
