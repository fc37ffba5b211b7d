package dev.muster.ejb.telemetry;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.telemetry.TelemetryCsv;
import dev.muster.ejb.device.DeviceRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Exports what a device reported. */
@Stateless
public class TelemetryExportService {

    private static final int PAGE = 2_000;

    @Inject
    private TelemetryRepository telemetry;

    @Inject
    private DeviceRepository devices;

    /**
     * Writes what a device reported as CSV, oldest first. The use of memory does not grow with the number of values.
     *
     * @param target is flushed only at the end and is not closed
     * @throws ProblemException {@code not-found}; nothing is written then
     */
    public void write(Caller caller, UUID organizationId, UUID deviceId, TelemetryRange range, OutputStream target)
            throws IOException {
        caller.requireOrganizationReader(organizationId);
        UUID device = devices.get(organizationId, deviceId).id();
        Writer writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), 1 << 16);
        write(device, range, new TelemetryCsv(writer));
        writer.flush();
    }

    private void write(UUID device, TelemetryRange range, TelemetryCsv file) throws IOException {
        List<Object[]> page = telemetry.after(device, range, new TelemetryPosition(range.from(), -1), "", PAGE);
        while (!page.isEmpty()) {
            for (Object[] row : page) {
                file.write((Long) row[0], (String) row[2], (String) row[3]);
            }
            Object[] last = page.getLast();
            TelemetryPosition position = new TelemetryPosition((Long) last[0], (Long) last[1]);
            page = telemetry.after(device, range, position, (String) last[2], PAGE);
        }
    }
}
