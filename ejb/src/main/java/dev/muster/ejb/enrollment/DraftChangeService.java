package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.draft.DraftChangeOutcome;
import dev.muster.ejb.enrollment.draft.DraftTransaction;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Changes of many rows of a draft at once: mending alike, deleting what is invalid, taking the last change back. A large
 * change goes on in the background, where it is seen and can be stopped. The request and the change are transactions of
 * their own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DraftChangeService {

    @Inject
    private DraftTransaction transaction;

    @Inject
    private ImportWork work;

    /**
     * Changes rows.
     *
     * @param seen number of the last change that the caller has seen; empty if that does not matter
     * @throws ProblemException {@code conflict} where the import is no draft any more, or was changed since
     */
    public DraftChangeOutcome change(
            Caller caller, UUID organizationId, UUID importId, DraftChange change, OptionalInt seen) {
        caller.requireOrganization(organizationId);
        return goOn(transaction.change(organizationId, importId, change, seen));
    }

    /**
     * Takes back the last change.
     *
     * @param changeNumber of the change that is meant; empty for whichever was last
     * @throws ProblemException {@code conflict} where there is none, or where there was another one meanwhile
     */
    public DraftChangeOutcome undo(Caller caller, UUID organizationId, UUID importId, OptionalInt changeNumber) {
        caller.requireOrganization(organizationId);
        return goOn(transaction.undo(organizationId, importId, changeNumber));
    }

    private DraftChangeOutcome goOn(DraftChangeOutcome outcome) {
        if (outcome.isGoingOn()) {
            work.start(outcome.draft().id());
        }
        return outcome;
    }
}
