package dev.muster.web.fleet;

import dev.muster.domain.shared.Caller;
import dev.muster.ejb.fleet.DevicePosition;
import dev.muster.ejb.fleet.act.FleetPart;
import dev.muster.ejb.fleet.act.FleetRotationService;
import dev.muster.ejb.fleet.act.RotatedDevice;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Gives new credentials to the devices that the page has selected, or to the next ones that match its search, and answers
 * with the lines of a file that has them.
 */
@WebServlet("/devices/credentials")
public class FleetRotationServlet extends PartServlet {

    @Inject
    private FleetRotationService credentials;

    @Override
    void next(Caller manager, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<UUID> ids = ids(request);
        FleetPart<RotatedDevice> part;
        boolean isFirst = true;
        if (ids.isEmpty()) {
            DevicePosition after = FleetActServlet.position(request);
            isFirst = after.id() == null;
            part = credentials.next(manager, manager.tenantId(), DeviceSearchLink.read(request::getParameter), after);
        } else {
            part = new FleetPart<>(credentials.rotate(manager, manager.tenantId(), ids), null);
        }
        RotatedLines.send(
                response,
                part.results().stream().map(FleetRotationServlet::line).toList(),
                isFirst,
                part.next() == null ? null : part.next().toString());
    }

    private static RotatedLines.Line line(RotatedDevice one) {
        return new RotatedLines.Line(one.uniqueIdentifier(), one.name(), one.outcome(), one.credentials());
    }
}
