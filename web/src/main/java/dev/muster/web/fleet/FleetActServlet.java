package dev.muster.web.fleet;

import dev.muster.domain.command.CommandContent;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.fleet.DevicePosition;
import dev.muster.ejb.fleet.act.ActResult;
import dev.muster.ejb.fleet.act.FleetAct;
import dev.muster.ejb.fleet.act.FleetActService;
import dev.muster.ejb.fleet.act.FleetPart;
import dev.muster.web.command.CommandLife;
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
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Does one thing to the devices that the page has selected, or to the next ones that match its search. Answers with JSON:
 * how many, where the next part begins, and which devices failed. The body has
 * the ids of the selected devices; of a command also a line feed and the command.
 */
@WebServlet("/devices/acts")
public class FleetActServlet extends PartServlet {

    /** More bytes than a command may have, so that the refusal says how many it has. */
    private static final int MAX_COMMAND = 16 * CommandContent.MAX_BYTES;

    @Inject
    private FleetActService acts;

    @Inject
    private Clock clock;

    @Override
    void next(Caller manager, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FleetActChoice choice =
                FleetActChoice.named(request.getParameter("act")).orElseThrow(ProblemException::notFound);
        if (choice.kind() == null) {
            throw ProblemException.notFound();
        }
        String body = body(request, choice.isOfCommand() ? MAX_BODY + MAX_COMMAND : MAX_BODY);
        int end = choice.isOfCommand() ? body.indexOf('\n') : body.length();
        if (end < 0) {
            throw ProblemException.notFound();
        }
        FleetAct act = choice.isOfCommand()
                ? command(request, body.substring(end + 1))
                : new FleetAct(choice.kind(), ViewIds.chosen(request.getParameter("to")));
        List<UUID> ids = ids(body.substring(0, end));
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

    private FleetAct command(HttpServletRequest request, String text) {
        CommandLife life = CommandLife.named(request.getParameter("life")).orElseThrow(ProblemException::notFound);
        UUID requestId = ViewIds.parse(request.getParameter("request"));
        return new FleetAct(FleetAct.Kind.SEND_COMMAND, null, life.command(text, requestId, clock));
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
        if (failed.uniqueIdentifier() == null) {
            return texts().of("fleet.selectedGone");
        }
        return failed.outcome() == ActResult.Outcome.QUEUE_FULL
                ? texts().of("command.queueFull", failed.uniqueIdentifier(), failed.name())
                : texts().of("fleet.deviceGone", failed.uniqueIdentifier(), failed.name());
    }
}
