package dev.muster.ejb.enrollment;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.UUID;

/**
 * Committing a draft: all of its rows become enrollments, or none. Whether an identifier is free is decided by the
 * database's constraint; who loses against another import in the same moment sees its draft marked anew.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommitService {

    @Inject
    private CommitTransaction transaction;

    /**
     * Commits a draft.
     *
     * @throws ProblemException {@code conflict} where it is committed already or has no rows
     */
    public CommitOutcome commit(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganization(organizationId);
        try {
            return transaction.commit(organizationId, importId);
        } catch (EJBException | PersistenceException e) {
            if (Store.isConstraintViolation(e)) {
                return transaction.markAnew(organizationId, importId);
            }
            throw e;
        }
    }
}
