package dev.muster.web.fleet;

import dev.muster.domain.provisioning.FunnelStep;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.FunnelService;
import dev.muster.ejb.fleet.StuckIdentifier;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/** The devices of a committed import that are at one step of the funnel. */
@Named
@ViewScoped
public class StuckView implements Serializable {

    private static final int ROWS = 10;

    @Inject
    private FunnelService funnels;

    @Inject
    private FunnelView funnel;

    @Inject
    private ImportView shown;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    /** The name of the step in the address of the page; null if it has none. */
    private String name;

    private FunnelStep step;

    private final PagedModel<StuckIdentifier> list = new PagedModel<>(this::load, ROWS);

    private Page<StuckIdentifier> load(PageRequest request) {
        return funnels.stuck(caller.get(), caller.tenantId(), shown.importId(), chosen(), null, request);
    }

    /**
     * Chooses the step that the address of the page names.
     *
     * @throws ProblemException {@code not-found} if no link of ours has this name
     */
    public void open() {
        step = name == null
                ? null
                : Arrays.stream(FunnelStep.values())
                        .filter(one -> link(one).equals(name))
                        .findFirst()
                        .orElseThrow(ProblemException::notFound);
    }

    /** The step in addresses. */
    public String link(FunnelStep one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** What the list of a step is called. */
    public String title(FunnelStep one) {
        return texts.of(
                switch (one) {
                    case IMPORTED -> "enrollment.noAttempt";
                    case ATTEMPTED -> "enrollment.attemptedRefused";
                    case PROVISIONED -> "enrollment.joinedNoTelemetry";
                    case REPORTING -> "enrollment.telemetryReceived";
                });
    }

    /** The step that is shown: the one of the address, otherwise the most urgent one. */
    public FunnelStep getStep() {
        return chosen();
    }

    private FunnelStep chosen() {
        if (step == null) {
            step = funnel.getFunnel().urgent();
        }
        return step;
    }

    public PagedModel<StuckIdentifier> getList() {
        return list;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
