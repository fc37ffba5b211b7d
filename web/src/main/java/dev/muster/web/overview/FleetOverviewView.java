package dev.muster.web.overview;

import dev.muster.ejb.overview.OrganizationOverview;
import dev.muster.ejb.overview.OverviewService;
import dev.muster.web.security.CurrentCaller;
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
                BarChart.of(
                        "joins-day",
                        "Joins per hour, last 24 hours",
                        now.joins().day()),
                BarChart.of(
                        "joins-month",
                        "Joins per day, last 30 days",
                        now.joins().month()),
                BarChart.of(
                        "messages-day",
                        "Telemetry messages per hour, last 24 hours",
                        now.messages().day()),
                BarChart.of(
                        "messages-month",
                        "Telemetry messages per day, last 30 days",
                        now.messages().month()));
    }
}
