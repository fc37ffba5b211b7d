package dev.muster.web.fleet;

import dev.muster.domain.provisioning.Funnel;
import dev.muster.domain.provisioning.FunnelStep;
import dev.muster.ejb.fleet.FunnelService;
import dev.muster.ejb.fleet.StuckIdentifier;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** How far the devices of a committed import have come, and which devices stopped where. */
@Named
@ViewScoped
public class FunnelView implements Serializable {

    private static final FunnelStep[] WAITING = {FunnelStep.ATTEMPTED, FunnelStep.IMPORTED, FunnelStep.PROVISIONED};

    @Inject
    private FunnelService funnels;

    @Inject
    private ImportView shown;

    @Inject
    private CurrentCaller caller;

    private FunnelStep step = FunnelStep.ATTEMPTED;

    private final PagedModel<StuckIdentifier> stuck = new PagedModel<>(
            request -> funnels.stuck(caller.get(), caller.tenantId(), importId(), step, null, request));

    private transient Funnel funnel;

    private UUID importId() {
        return shown.getDeviceImport().id();
    }

    public Funnel getFunnel() {
        if (funnel == null) {
            funnel = funnels.get(caller.get(), caller.tenantId(), importId());
        }
        return funnel;
    }

    /**
     * The width of the bar for a number, in percent of all devices. It is at least 1 if the number is not 0, so that
     * the bar can be seen.
     */
    public int width(long number) {
        long all = getFunnel().imported();
        return all == 0 || number == 0 ? 0 : (int) Math.max(1, 100 * number / all);
    }

    /** Shows the first page after another step was chosen. */
    public void look() {
        TablePages.showFirst("funnel-form:stuck");
    }

    public String title(FunnelStep one) {
        return switch (one) {
            case IMPORTED -> "No attempt yet";
            case ATTEMPTED -> "Attempted and refused";
            case PROVISIONED -> "Joined, no telemetry yet";
            case REPORTING -> "Telemetry received";
        };
    }

    public FunnelStep[] getSteps() {
        return WAITING.clone();
    }

    public PagedModel<StuckIdentifier> getStuck() {
        return stuck;
    }

    public FunnelStep getStep() {
        return step;
    }

    public void setStep(FunnelStep step) {
        this.step = step;
    }
}
