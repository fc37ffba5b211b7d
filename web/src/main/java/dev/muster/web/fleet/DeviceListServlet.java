package dev.muster.web.fleet;

import dev.muster.domain.device.DeviceCsv;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.web.security.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends all devices that match the search of the page, as CSV. */
@WebServlet("/organization/devices.csv")
public class DeviceListServlet extends HttpServlet {

    @Inject
    private DeviceSearchService devices;

    @Inject
    private CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller manager = caller.get();
        try {
            DeviceFilter filter = DeviceSearchLink.read(request::getParameter);
            response.setContentType(DeviceCsv.MEDIA_TYPE);
            response.setHeader("Content-Disposition", "attachment; filename=\"devices.csv\"");
            devices.write(manager, manager.tenantId(), filter, response.getOutputStream());
        } catch (ProblemException nothing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
