package dev.muster.web.overview;

import dev.muster.domain.overview.BarSeries;
import dev.muster.ejb.overview.OrganizationOverview;
import dev.muster.ejb.overview.OverviewService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** How the fleet of an organization is doing. */
@Named
@ViewScoped
public class FleetOverviewView implements Serializable {

    @Inject
    private OverviewService overviews;

    @Inject
    private FleetAttention attention;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    private transient OrganizationOverview overview;

    public OrganizationOverview getOverview() {
        if (overview == null) {
            overview = overviews.ofOrganization(caller.get(), caller.tenantId());
        }
        return overview;
    }

    /** Reads everything again. */
    public void poll() {
        OrganizationOverview before = overview;
        overview = null;
        LivePart.show(before, getOverview());
    }

    public List<AttentionItem> getAttention() {
        return attention.of(getOverview());
    }

    /** Whether the organization has done nothing yet. */
    public boolean isBeginning() {
        OrganizationOverview now = getOverview();
        return now.totals().enrolled() == 0
                && now.imports().isEmpty()
                && now.tasks().drafts().isEmpty();
    }

    public List<BarChart> getCharts() {
        OrganizationOverview now = getOverview();
        return List.of(
                chart("joins-day", "overview.joinsDay", now.joins().day()),
                chart("joins-month", "overview.joinsMonth", now.joins().month()),
                chart("messages-day", "overview.messagesDay", now.messages().day()),
                chart("messages-month", "overview.messagesMonth", now.messages().month()));
    }

    private BarChart chart(String name, String title, BarSeries series) {
        return BarChart.of(name, texts.of(title), texts.of("overview.number"), series);
    }
}
