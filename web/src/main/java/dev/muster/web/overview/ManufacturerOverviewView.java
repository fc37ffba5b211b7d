package dev.muster.web.overview;

import dev.muster.domain.overview.Activity;
import dev.muster.domain.overview.BarSeries;
import dev.muster.ejb.overview.ManufacturerOverview;
import dev.muster.ejb.overview.OverviewService;
import dev.muster.ejb.overview.ProofActivity;
import dev.muster.web.overview.BarChart.Stack;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.text.Texts;
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

    @Inject
    private Texts texts;

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
                chart("proofs-day", "overview.proofsDay", proofs, Activity::day),
                chart("proofs-month", "overview.proofsMonth", proofs, Activity::month));
    }

    private BarChart chart(String name, String title, ProofActivity proofs, Function<Activity, BarSeries> series) {
        return new BarChart(
                name,
                texts.of(title),
                List.of(
                        new Stack(texts.of("overview.accepted"), Colors.BRAND, series.apply(proofs.accepted())),
                        new Stack(texts.of("overview.refused"), Colors.WARN, series.apply(proofs.refused())),
                        new Stack(texts.of("overview.invalidProof"), Colors.BAD, series.apply(proofs.invalid()))));
    }
}
