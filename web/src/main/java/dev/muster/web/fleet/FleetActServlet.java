package dev.muster.web.fleet;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.fleet.DevicePosition;
import dev.muster.ejb.fleet.act.ActResult;
import dev.muster.ejb.fleet.act.FleetAct;
import dev.muster.ejb.fleet.act.FleetActService;
import dev.muster.ejb.fleet.act.FleetPart;
import dev.muster.web.shared.JsonAnswer;
import dev.muster.web.shared.ViewIds;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Does one thing to the devices that the page has selected, or to the next ones that match its search. Answers with JSON:
 * how many, where the next part begins, and which devices failed.
 */
@WebServlet("/devices/acts")
public class FleetActServlet extends PartServlet {

    @Inject
    private FleetActService acts;

    @Override
    void next(Caller manager, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FleetAct act = act(request);
        List<UUID> ids = ids(request);
        FleetPart<ActResult> part = ids.isEmpty()
                ? acts.next(
                        manager,
                        manager.tenantId(),
                        act,
                        DeviceSearchLink.read(request::getParameter),
                        position(request))
                : new FleetPart<>(acts.run(manager, manager.tenantId(), act, ids), null);
        JsonAnswer.send(response, HttpServletResponse.SC_OK, json(part));
    }

    private static FleetAct act(HttpServletRequest request) {
        FleetAct.Kind kind = FleetActChoice.named(request.getParameter("act"))
                .map(FleetActChoice::kind)
                .orElseThrow(ProblemException::notFound);
        return new FleetAct(kind, ViewIds.chosen(request.getParameter("to")));
    }

    /** Where the part begins. */
    static DevicePosition position(HttpServletRequest request) {
        String after = request.getParameter("after");
        if (after == null) {
            throw ProblemException.notFound();
        }
        return DevicePosition.parse(after);
    }

    private JsonObject json(FleetPart<ActResult> part) {
        JsonArrayBuilder failures = OwnJson.array();
        part.results().stream().filter(result -> !result.isDone()).forEach(failed -> failures.add(describe(failed)));
        JsonObjectBuilder answer =
                OwnJson.object().add("entries", part.results().size()).add("failures", failures);
        if (part.next() != null) {
            answer.add("next", part.next().toString());
        }
        return answer.build();
    }

    private String describe(ActResult failed) {
        return failed.uniqueIdentifier() == null
                ? texts().of("fleet.selectedGone")
                : texts().of("fleet.deviceGone", failed.uniqueIdentifier(), failed.name());
    }
}
