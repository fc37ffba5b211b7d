package dev.muster.web.account;

import dev.muster.ejb.account.tour.TourService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The offer of the tour, on the first page of a role. */
@Named
@RequestScoped
public class TourView {

    @Inject
    private TourService tours;

    @Inject
    private CurrentCaller caller;

    private Boolean due;

    /** Whether the page offers the tour. */
    public boolean isDue() {
        if (due == null) {
            due = tours.isDue(caller.get());
        }
        return due;
    }

    /** The user has seen or skipped it. */
    public void see() {
        tours.see(caller.get());
        due = false;
    }
}
