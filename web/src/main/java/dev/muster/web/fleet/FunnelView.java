package dev.muster.web.fleet;

import dev.muster.domain.provisioning.Funnel;
import dev.muster.domain.provisioning.FunnelStep;
import dev.muster.ejb.fleet.FunnelService;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Display;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How far the devices of a committed import have come. {@link StuckView} lists the devices of a step. */
@Named
@RequestScoped
public class FunnelView {

    @Inject
    private FunnelService funnels;

    @Inject
    private ImportView shown;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Display display;

    private Funnel funnel;

    public Funnel getFunnel() {
        if (funnel == null) {
            funnel = funnels.get(caller.get(), caller.tenantId(), shown.importId());
        }
        return funnel;
    }

    public FunnelStep[] getSteps() {
        return FunnelStep.values();
    }

    /** The name of a step. */
    public String name(FunnelStep step) {
        return switch (step) {
            case IMPORTED -> "Imported";
            case ATTEMPTED -> "Attempted";
            case PROVISIONED -> "Provisioned";
            case REPORTING -> "First telemetry";
        };
    }

    /** How many wait at a step, as a person says it. */
    public String waiting(FunnelStep step) {
        String number = display.number(getFunnel().waitingAt(step));
        return switch (step) {
            case IMPORTED -> number + " without an attempt";
            case ATTEMPTED -> number + " refused";
            case PROVISIONED -> number + " without telemetry";
            case REPORTING -> width(step) + " % of all";
        };
    }

    /**
     * The width of the bar of a step, in percent of all devices. It is at least 1 if the number is not 0, so that the
     * bar can be seen.
     */
    public int width(FunnelStep step) {
        long all = getFunnel().imported();
        long number = getFunnel().reached(step);
        return all == 0 || number == 0 ? 0 : (int) Math.max(1, 100 * number / all);
    }
}
