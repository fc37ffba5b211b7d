package dev.muster.web.overview;

import dev.muster.domain.overview.Activity;
import dev.muster.domain.overview.BarSeries;
import dev.muster.ejb.overview.ManufacturerOverview;
import dev.muster.ejb.overview.OverviewService;
import dev.muster.ejb.overview.ProofActivity;
import dev.muster.web.overview.BarChart.Stack;
import dev.muster.web.security.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/** How a manufacturer's certificates are used. */
@Named
@ViewScoped
public class ManufacturerOverviewView implements Serializable {

    @Inject
    private OverviewService overviews;

    @Inject
    private ManufacturerAttention attention;

    @Inject
    private CurrentCaller caller;

    private transient ManufacturerOverview overview;

    public ManufacturerOverview getOverview() {
        if (overview == null) {
            overview = overviews.ofManufacturer(caller.get(), caller.tenantId());
        }
        return overview;
    }

    /** Reads everything again. */
    public void poll() {
        ManufacturerOverview before = overview;
        overview = null;
        LivePart.show(before, getOverview());
    }

    public List<AttentionItem> getAttention() {
        return attention.of(getOverview());
    }

    public List<BarChart> getCharts() {
        ProofActivity proofs = getOverview().proofs();
        return List.of(
                chart("proofs-day", "Proofs per hour, last 24 hours", proofs, Activity::day),
                chart("proofs-month", "Proofs per day, last 30 days", proofs, Activity::month));
    }

    private static BarChart chart(
            String name, String title, ProofActivity proofs, Function<Activity, BarSeries> series) {
        return new BarChart(
                name,
                title,
                List.of(
                        new Stack("Accepted", Colors.BRAND, series.apply(proofs.accepted())),
                        new Stack("Refused", Colors.WARN, series.apply(proofs.refused())),
                        new Stack("Invalid proof", Colors.BAD, series.apply(proofs.invalid()))));
    }
}
