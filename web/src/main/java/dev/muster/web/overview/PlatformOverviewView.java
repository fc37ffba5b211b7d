package dev.muster.web.overview;

import dev.muster.ejb.overview.OverviewService;
import dev.muster.ejb.overview.PlatformOverview;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many tenants, users and devices the platform has. */
@Named
@RequestScoped
public class PlatformOverviewView {

    @Inject
    private OverviewService overviews;

    @Inject
    private CurrentCaller caller;

    private PlatformOverview overview;

    public PlatformOverview getOverview() {
        if (overview == null) {
            overview = overviews.ofPlatform(caller.get());
        }
        return overview;
    }
}
