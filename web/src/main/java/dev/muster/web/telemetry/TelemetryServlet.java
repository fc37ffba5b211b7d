package dev.muster.web.telemetry;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.telemetry.TelemetryCsv;
import dev.muster.ejb.device.DeviceService;
import dev.muster.ejb.telemetry.TelemetryExportService;
import dev.muster.ejb.telemetry.TelemetryRange;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.ViewIds;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** Sends everything that a device reported, as CSV. */
@WebServlet("/devices/telemetry")
public class TelemetryServlet extends HttpServlet {

    private static final TelemetryRange ALL = new TelemetryRange(0, Long.MAX_VALUE, null);

    @Inject
    private DeviceService devices;

    @Inject
    private TelemetryExportService exports;

    @Inject
    private CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller reader = caller.get();
        try {
            UUID device = devices.get(reader, reader.tenantId(), ViewIds.parse(request.getParameter("id")))
                    .id();
            response.setContentType(TelemetryCsv.MEDIA_TYPE);
            response.setHeader("Content-Disposition", "attachment; filename=\"telemetry.csv\"");
            exports.write(reader, reader.tenantId(), device, ALL, response.getOutputStream());
        } catch (ProblemException nothing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
