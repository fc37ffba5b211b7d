package dev.muster.ejb.account.passkey;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.HousekeepingRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Deletes challenges that have expired, and keeps their number bounded. */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasskeyChallengeRemoval {

    private static final String TASK = "passkey-challenge";

    /** Some 30 MB. Strangers at 2,000 sources, each with as many as it may have, do not fill the disk. */
    private static final int LIMIT = 100_000;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private HousekeepingRepository housekeeping;

    @Inject
    private DatabaseTime time;

    /** @return how many rows were deleted; 0 if another server does the work */
    public int remove() {
        return housekeeping.claim(TASK) ? passkeys.removeExpired(time.now()) + passkeys.removeBeyond(LIMIT) : 0;
    }
}
