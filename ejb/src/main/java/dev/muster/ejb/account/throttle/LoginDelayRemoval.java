package dev.muster.ejb.account.throttle;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.HousekeepingRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Deletes counts of wrong logins that have faded, and keeps their number bounded. */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LoginDelayRemoval {

    private static final String TASK = "login-delay";

    /** Some 20 MB. A stranger cannot fill the disk, and needs this many checked passwords to make a count disappear. */
    private static final int LIMIT = 100_000;

    @Inject
    private LoginDelayRepository delays;

    @Inject
    private HousekeepingRepository housekeeping;

    @Inject
    private DatabaseTime time;

    /** @return how many rows were deleted; 0 if another server does the work */
    public int remove() {
        return housekeeping.claim(TASK) ? delays.removeFaded(time.now()) + delays.removeBeyond(LIMIT) : 0;
    }
}
