package dev.muster.web.fleet;

import dev.muster.domain.provisioning.Funnel;
import dev.muster.domain.provisioning.FunnelStep;
import dev.muster.ejb.fleet.FunnelService;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.text.Texts;
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
    private Texts texts;

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
        return texts.of(
                switch (step) {
                    case IMPORTED -> "enrollment.stepImported";
                    case ATTEMPTED -> "enrollment.stepAttempted";
                    case PROVISIONED -> "enrollment.stepProvisioned";
                    case REPORTING -> "enrollment.stepReporting";
                });
    }

    /** How many wait at a step, as a person says it. */
    public String waiting(FunnelStep step) {
        long number = getFunnel().waitingAt(step);
        return switch (step) {
            case IMPORTED -> texts.of("enrollment.withoutAttempt", number);
            case ATTEMPTED -> texts.of("enrollment.refusedNumber", number);
            case PROVISIONED -> texts.of("enrollment.withoutTelemetry", number);
            case REPORTING -> texts.of("enrollment.percentOfAll", width(step));
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
