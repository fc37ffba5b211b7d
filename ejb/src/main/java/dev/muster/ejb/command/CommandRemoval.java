package dev.muster.ejb.command;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.HousekeepingRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;

/** Deletes commands that were delivered or have expired long ago. */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CommandRemoval {

    private static final String TASK = "command-retention";

    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    private CommandRepository commands;

    @Inject
    private HousekeepingRepository housekeeping;

    @Inject
    private DatabaseTime time;

    /** @return how many were deleted; 0 if there are no more, or another server does the work */
    public int removeSome() {
        return housekeeping.claim(TASK) ? commands.removeBefore(time.now().minus(KEPT)) : 0;
    }
}
