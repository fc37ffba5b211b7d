package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Finds devices of an organization. */
@Stateless
public class DeviceSearchService {

    @Inject
    private DeviceSearchRepository devices;

    /** Those that are looked for, newest first. */
    public Page<Device> find(Caller caller, UUID organizationId, DeviceFilter filter, PageRequest request) {
        caller.requireOrganization(organizationId);
        return devices.find(organizationId, filter, request);
    }
}
