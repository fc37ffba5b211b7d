package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCsv;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds devices of an organization, for a page or for a file. */
@Stateless
public class DeviceSearchService {

    /** How many devices of a file are in memory at once. */
    private static final int PART = 2_000;

    @Inject
    private DeviceSearchRepository devices;

    @Inject
    private DatabaseTime time;

    /** The devices that match, newest first. */
    public Page<Device> find(Caller caller, UUID organizationId, DeviceFilter filter, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return devices.find(organizationId, filter, request);
    }

    /**
     * Writes the devices that match as CSV, newest first. The use of memory does not grow with their number.
     *
     * @param target is flushed only at the end and is not closed
     * @throws ProblemException {@code not-found} if the organization is not the caller's; nothing is written then
     */
    public void write(Caller caller, UUID organizationId, DeviceFilter filter, OutputStream target) throws IOException {
        caller.requireOrganizationReader(organizationId);
        Writer writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), 1 << 16);
        write(organizationId, filter, new DeviceCsv(writer));
        writer.flush();
    }

    private void write(UUID organizationId, DeviceFilter filter, DeviceCsv file) throws IOException {
        Instant now = time.now();
        List<Device> part = devices.after(organizationId, filter, null, PART);
        while (!part.isEmpty()) {
            for (Device device : part) {
                file.write(device, now);
            }
            part = devices.after(organizationId, filter, part.getLast(), PART);
        }
    }
}
