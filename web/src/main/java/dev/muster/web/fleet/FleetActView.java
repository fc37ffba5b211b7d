package dev.muster.web.fleet;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.ejb.fleet.FoundDevices;
import dev.muster.web.command.CommandLife;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The question before many devices are changed: what, and how many. {@link FleetActServlet} and {@link FleetRotationServlet}
 * do it.
 */
@Named
@RequestScoped
public class FleetActView {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    @Inject
    private DeviceSearchService devices;

    @Inject
    private DevicesView view;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    @Inject
    private Feedback feedback;

    private FleetActChoice act;

    private long number;

    /** Null if the devices were selected one by one. */
    private FoundDevices found;

    /** Asks about the devices that the page has selected, or about all that match the search. */
    public void ask() {
        feedback.attempt(() -> {
            caller.get().requireOrganization(caller.tenantId());
            FleetActChoice wanted =
                    FleetActChoice.named(PageParameters.text("act")).orElseThrow(ProblemException::notFound);
            String selected = PageParameters.text("number");
            if (selected != null && NUMBER.matcher(selected).matches()) {
                number = Long.parseLong(selected);
            } else {
                found = devices.count(
                        caller.get(), caller.tenantId(), view.getSearch().filter());
                number = found.number();
            }
            if (number == 0) {
                throw ProblemException.invalid(texts.of("fleet.noneMatches"));
            }
            act = wanted;
        });
    }

    /** Null until something was asked. */
    public FleetActChoice getAct() {
        return act;
    }

    /** Whether to do it, as the title of the dialog. */
    public String getQuestion() {
        return texts.of(act.question(), number);
    }

    /** What the button says. */
    public String getCommand() {
        return texts.of(act.command(), number);
    }

    public String getConsequence() {
        return texts.of(act.consequence());
    }

    /** A sentence with the number of devices that it was done to, which the script fills in; empty for new credentials. */
    public String getDone() {
        return act.isRotation() ? "" : texts.of(act.done());
    }

    /** The same sentence if it has not been done to all of them. */
    public String getSoFar() {
        return act.isRotation() ? "" : texts.of(act.soFar());
    }

    public long getNumber() {
        return number;
    }

    /** Whether it is about all devices that match the search. */
    public boolean isOfSearch() {
        return found != null;
    }

    /** The query that the servlet needs for each part, ready to be followed by the position of the part. */
    public String getQuery() {
        String search = isOfSearch() ? view.getSearch().getFileLink() : "";
        // a part whose answer was lost is asked for again: no device gets the command twice
        String request = act.isOfCommand() ? "&request=" + UUID.randomUUID() : "";
        return (search.isEmpty() ? "?" : search + "&") + "act=" + act.name() + request + "&after=";
    }

    public List<CommandLife> getLives() {
        return List.of(CommandLife.values());
    }

    /** The position of the first part; empty for devices that were selected one by one. */
    public String getStart() {
        return isOfSearch() ? found.start().toString() : "";
    }
}
