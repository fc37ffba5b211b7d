package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.ejb.enrollment.allowlist.EnrollmentNotAllowedException;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.batch.ImportTransitions;
import dev.muster.ejb.enrollment.batch.WorkClaim;
import dev.muster.ejb.enrollment.batch.WorkClaimRepository;
import dev.muster.ejb.enrollment.commit.CommitOutcome;
import dev.muster.ejb.enrollment.commit.CommitTransaction;
import dev.muster.ejb.enrollment.draft.DraftTransaction;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.DatabaseUnavailable;
import dev.muster.ejb.shared.Scope;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The work on imports that goes on after a request: comparing the rows of a large file, changing or committing a large
 * draft. The holder of the claim does the step that the import's status says. So a server goes on where another one
 * died.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWork {

    private static final Logger LOG = System.getLogger(ImportWork.class.getName());

    /** How often a commit is tried again after a deadlock. After that the search for orphaned work goes on with it. */
    private static final int MOST_DEADLOCKS = 10;

    private static final String BROKEN_OFF = "The server stopped while it received the file. Upload the file again.";

    private static final String FAILED =
            "The server could not check this file. Upload it again. If that fails too, tell the operator of Muster.";

    private static final String NOT_COMMITTED = "Nothing was added, because the server could not finish. Try again. "
            + "If that fails too, tell the operator of Muster.";

    private static final String NOT_CHANGED = "Nothing was changed, because the server could not finish. Try again. "
            + "If that fails too, tell the operator of Muster.";

    @Inject
    private WorkClaimRepository claims;

    @Inject
    private ImportTransitions transitions;

    @Inject
    private CommitTransaction commit;

    @Inject
    private DraftTransaction drafted;

    /** Goes on with an import in the background, unless another thread or server does. */
    @Access(Rule.SYSTEM)
    @Asynchronous
    public void start(UUID importId) {
        goOn(importId);
    }

    /** Goes on with an import, unless another thread or server does. */
    @SuppressWarnings("try") // the claim is held, not read
    public void goOn(UUID importId) {
        try {
            Optional<WorkClaim> claim = claims.take(importId);
            if (claim.isPresent()) {
                try (WorkClaim held = claim.get()) {
                    work(importId);
                }
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "Import " + importId + " has to wait for the database", e);
        }
    }

    private void work(UUID importId) {
        transitions
                .find(importId)
                .ifPresent(found -> CurrentScope.run(
                        Scope.ofOrganization(found.organization().id()), () -> work(importId, found.status())));
    }

    private void work(UUID importId, ImportStatus status) {
        switch (status) {
            case READING -> transitions.breakOff(importId, ImportStatus.INTERRUPTED, BROKEN_OFF);
            case VALIDATING -> validate(importId);
            case CHANGING -> change(importId);
            case COMMITTING -> commit(importId);
            case DRAFT, COMMITTED, INTERRUPTED, CANCELLED, FAILED -> LOG.log(Level.DEBUG, "Nothing is left to do");
        }
    }

    private void change(UUID importId) {
        try {
            drafted.carryOut(importId);
        } catch (ImportCancelledException e) {
            transitions.unchanged(importId, "The change was cancelled. Nothing was changed.");
        } catch (RuntimeException e) {
            requireDatabase(e);
            LOG.log(Level.ERROR, "Import " + importId + " could not be changed", e);
            transitions.unchanged(importId, NOT_CHANGED);
        }
    }

    /** Compares the rows of a file that is completely stored. The caller holds the claim. */
    public void validate(UUID importId) {
        try {
            drafted.validate(importId);
        } catch (ImportCancelledException e) {
            transitions.empty(importId);
        } catch (RuntimeException e) {
            requireDatabase(e);
            LOG.log(Level.ERROR, "Import " + importId + " could not be validated", e);
            transitions.breakOff(importId, ImportStatus.FAILED, FAILED);
        }
    }

    /** Makes enrollments of a draft in status COMMITTING. The caller holds the claim. */
    public CommitOutcome commit(UUID importId) {
        return commit(importId, MOST_DEADLOCKS);
    }

    private CommitOutcome commit(UUID importId, int deadlocksLeft) {
        try {
            return commit.commit(importId);
        } catch (ImportCancelledException e) {
            transitions.uncommitted(importId, "The commit was cancelled. Nothing was added.");
            return new CommitOutcome.Cancelled();
        } catch (EnrollmentNotAllowedException e) {
            transitions.uncommitted(importId, "Nothing was added. " + e.reason());
            return new CommitOutcome.NotAllowed(e.reason());
        } catch (QuotaReachedException e) {
            return quotaReached(importId, e);
        } catch (RuntimeException e) {
            return Store.isDeadlock(e) && deadlocksLeft > 0
                    ? commitAgain(importId, deadlocksLeft - 1)
                    : notCommitted(importId, e);
        }
    }

    private CommitOutcome quotaReached(UUID importId, QuotaReachedException reached) {
        transitions.uncommitted(importId, "Nothing was added. " + reached.getMessage());
        return new CommitOutcome.QuotaReached(reached);
    }

    /** The transaction that this one deadlocked with has finished, so this attempt sees its enrollments. */
    private CommitOutcome commitAgain(UUID importId, int deadlocksLeft) {
        LOG.log(Level.INFO, "Import {0} is committed again after a deadlock with another import", importId);
        return commit(importId, deadlocksLeft);
    }

    private CommitOutcome notCommitted(UUID importId, RuntimeException e) {
        if (Store.isConstraintViolation(e)) {
            return markAgain(importId);
        }
        requireDatabase(e);
        LOG.log(Level.ERROR, "Import " + importId + " could not be committed", e);
        transitions.uncommitted(importId, NOT_COMMITTED);
        throw e;
    }

    private CommitOutcome markAgain(UUID importId) {
        try {
            return commit.markAgain(importId);
        } catch (QuotaReachedException e) {
            return quotaReached(importId, e);
        }
    }

    /** Without the database no end can be stored. The work goes on when the database is back. */
    private static void requireDatabase(RuntimeException e) {
        if (DatabaseUnavailable.causes(e)) {
            throw e;
        }
    }
}
