package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCsv;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.shared.Caller;
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

/** Devices of an organization, as a file. */
@Stateless
public class DeviceExportService {

    private static final int PAGE = 2_000;

    @Inject
    private DeviceSearchRepository devices;

    @Inject
    private DatabaseTime time;

    /**
     * Writes those that are looked for, newest first; memory does not grow with them.
     *
     * @param target neither flushed before the end nor closed
     * @throws ProblemException {@code not-found} where the organization is not the caller's; nothing is written then
     */
    public void write(Caller caller, UUID organizationId, DeviceFilter filter, OutputStream target) throws IOException {
        caller.requireOrganization(organizationId);
        Writer writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), 1 << 16);
        write(organizationId, filter, new DeviceCsv(writer));
        writer.flush();
    }

    private void write(UUID organizationId, DeviceFilter filter, DeviceCsv file) throws IOException {
        Instant now = time.now();
        List<Device> page = devices.after(organizationId, filter, null, PAGE);
        while (!page.isEmpty()) {
            for (Device device : page) {
                file.write(device, now);
            }
            page = devices.after(organizationId, filter, page.getLast(), PAGE);
        }
    }
}
