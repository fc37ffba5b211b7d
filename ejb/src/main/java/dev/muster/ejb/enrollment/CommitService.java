package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.CommitScope;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.ejb.enrollment.batch.WorkClaim;
import dev.muster.ejb.enrollment.batch.WorkClaimRepository;
import dev.muster.ejb.enrollment.commit.CommitOutcome;
import dev.muster.ejb.enrollment.commit.CommitTransaction;
import dev.muster.ejb.shared.event.Audited;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Commits drafts: all rows of a draft become enrollments, or none; if the caller asks for it, only the valid rows. A
 * constraint of the database decides whether an identifier is free. If two imports want it in the same moment, the
 * draft that loses is marked again. Setting the status is one transaction, and making the enrollments is another.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommitService {

    /** A draft of more rows is committed in the background. */
    private static final int LARGE = 20_000;

    /** Nobody works on a draft, but another server may just look whether there is work. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    private CommitTransaction transaction;

    @Inject
    private ImportWork work;

    @Inject
    private WorkClaimRepository claims;

    /**
     * Commits a draft.
     *
     * @param scope which rows; rows that are left out become a new draft
     * @param seen number of the last change that the caller has seen; empty if that does not matter
     * @throws ProblemException {@code conflict} if it is not a draft, has no rows, or was changed since
     * @throws ProblemException {@code forbidden} if the manufacturer does not let the organization enroll
     */
    @SuppressWarnings("try") // the claim is only held
    @Audited(EventKind.IMPORT_COMMITTED)
    public CommitOutcome commit(
            Caller caller, UUID organizationId, UUID importId, CommitScope scope, OptionalInt seen) {
        caller.requireOrganization(organizationId);
        DeviceImport deviceImport = transaction.committable(organizationId, importId);
        try (WorkClaim claim = claims.take(importId, PATIENCE).orElseThrow(CommitService::atWork)) {
            if (deviceImport.rowCount() > LARGE
                    && scope == CommitScope.ALL_ROWS
                    && transaction.staysInvalid(organizationId, importId)) {
                return new CommitOutcome.Invalid(deviceImport);
            }
            deviceImport = transaction.begin(organizationId, importId, scope, seen, caller.userId());
            if (deviceImport.rowCount() <= LARGE) {
                return work.commit(importId);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The commit could not begin", e);
        }
        work.start(importId);
        return new CommitOutcome.Started(deviceImport);
    }

    /**
     * Asks a commit to stop. It may be done meanwhile.
     *
     * @throws ProblemException {@code conflict} if no commit is under way
     */
    public void cancel(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganization(organizationId);
        transaction.cancel(organizationId, importId);
    }

    private static ProblemException atWork() {
        return new ProblemException(ProblemCode.CONFLICT, "A server is working on this import. Try again in a moment.");
    }
}
