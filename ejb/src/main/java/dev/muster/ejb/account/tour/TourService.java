package dev.muster.ejb.account.tour;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Whether a user has seen the tour of the portal, or has skipped it. */
@Stateless
public class TourService {

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /** Whether the portal offers the tour to the caller. */
    public boolean isDue(Caller caller) {
        return !store.get(PortalUser.class, caller.userId()).hasSeenTour();
    }

    /** Notes that the caller has seen or skipped the tour; a second call changes nothing. */
    public void see(Caller caller) {
        store.get(PortalUser.class, caller.userId()).seeTour(clock.instant());
    }
}
