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
 * Changes many rows of a draft at once: repairs all cells with one fault, deletes the invalid rows, undoes the last
 * change. A large change goes on in the background, where everyone sees it and can stop it. The request and the change
 * are transactions of their own.
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
     * @throws ProblemException {@code conflict} if the import is no longer a draft, or was changed since
     */
    public DraftChangeOutcome change(
            Caller caller, UUID organizationId, UUID importId, DraftChange change, OptionalInt seen) {
        caller.requireOrganization(organizationId);
        return goOn(transaction.change(organizationId, importId, change, seen));
    }

    /**
     * Undoes the last change.
     *
     * @param changeNumber the number of the change; empty for the last change, whatever it was
     * @throws ProblemException {@code conflict} if there is none, or if the draft was changed meanwhile
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
