package dev.muster.ejb.enrollment.commit;

import dev.muster.domain.enrollment.CommitScope;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.enrollment.CommitService;
import dev.muster.ejb.enrollment.allowlist.EnrollmentNotAllowedException;
import dev.muster.ejb.enrollment.allowlist.EnrollmentPermission;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.batch.ImportQuotas;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.batch.ImportTransitions;
import dev.muster.ejb.enrollment.draft.DraftMarking;
import dev.muster.ejb.enrollment.row.BulkHints;
import dev.muster.ejb.enrollment.row.ConflictRepository;
import dev.muster.ejb.enrollment.row.HeldElsewhere;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The transactions that a commit consists of. {@link CommitService} has asked the caller. */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CommitTransaction {

    @Inject
    private ActLog acts;

    @Inject
    private ImportRepository imports;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private BulkHints hints;

    @Inject
    private DraftMarking marking;

    @Inject
    private ConflictRepository conflicts;

    @Inject
    private RowEnrollment rows;

    @Inject
    private ImportTransitions transitions;

    @Inject
    private EnrollmentPermission permission;

    @Inject
    private HeldElsewhere heldElsewhere;

    @Inject
    private ImportQuotas quotas;

    @Inject
    private Clock clock;

    /**
     * A draft that could be committed.
     *
     * @throws ProblemException {@code conflict} if it is not a draft or has no rows
     */
    public DeviceImport committable(UUID organizationId, UUID importId) {
        return requireCommittable(imports.get(organizationId, importId));
    }

    /**
     * Whether a draft has invalid cells that stay invalid, whatever is enrolled now.
     *
     * @throws ProblemException {@code forbidden} if the manufacturer does not let the organization enroll
     */
    public boolean staysInvalid(UUID organizationId, UUID importId) {
        DeviceImport draft = requireCommittable(imports.get(organizationId, importId));
        permission.require(draft.manufacturer(), organizationId);
        return draft.invalidCells() > 0 && conflicts.leavesFaults(draft.id());
    }

    /**
     * Sets a draft to COMMITTING. From now on nobody else changes its rows.
     *
     * @param seen as for {@link DeviceImport#requireUnchangedSince}
     * @param userId the user who commits
     * @throws ProblemException {@code forbidden} if the manufacturer does not let the organization enroll
     * @throws QuotaReachedException if a quota of the organization is reached
     */
    public DeviceImport begin(UUID organizationId, UUID importId, CommitScope scope, OptionalInt seen, UUID userId) {
        DeviceImport draft = requireCommittable(imports.lock(organizationId, importId));
        draft.requireUnchangedSince(seen);
        permission.require(draft.manufacturer(), organizationId);
        heldElsewhere.requireTelling(organizationId);
        quotas.beginCommit(draft);
        draft.beginCommit(scope);
        acts.record(about(Act.IMPORT_COMMIT_BEGUN, draft).by("user", userId));
        return draft;
    }

    /**
     * Makes enrollments of the rows, all in this transaction, or says that the draft is invalid. A constraint of the
     * database may still refuse them.
     *
     * @throws ImportCancelledException if its manager stopped it
     * @throws EnrollmentNotAllowedException if the manufacturer no longer lets the organization enroll
     * @throws QuotaReachedException if a quota of the organization is reached
     */
    public CommitOutcome commit(UUID importId) {
        DeviceImport deviceImport = imports.find(importId).orElseThrow(ImportCancelledException::new);
        if (deviceImport.status() != ImportStatus.COMMITTING) {
            throw new ImportCancelledException();
        }
        waitForOthersOnH2(deviceImport);
        Instant now = clock.instant();
        DraftCounts counts = marking.compare(
                deviceImport, false, step -> transitions.progress(importId, 0, deviceImport.rowCount()));
        heldElsewhere.requireTelling(deviceImport.organization().id());
        if (deviceImport.isKeepFirst()) {
            marking.keepFirst(deviceImport);
        }
        int enrolled = mayEnroll(deviceImport, counts)
                ? rows.enroll(deviceImport, now, done -> transitions.progress(importId, done, counts.rows()))
                : 0;
        DeviceImport locked = imports.lock(importId);
        locked.count(counts);
        return enrolled == 0 ? invalid(locked) : committed(locked, enrolled, now);
    }

    /**
     * On H2, commits of one organization or manufacturer come one after the other. On PostgreSQL a commit waits at the
     * row that another commit has written. H2 refuses the commit at once because of that row, although the other commit
     * may still fail: two commits could make each other fail, and neither would see which row it was.
     */
    private void waitForOthersOnH2(DeviceImport deviceImport) {
        if (!hints.isPostgresql()) {
            enrollments.lockOwners(deviceImport);
        }
    }

    private static boolean mayEnroll(DeviceImport deviceImport, DraftCounts counts) {
        return counts.rows() > 0 && (deviceImport.isValidRowsOnly() || counts.invalidCells() == 0);
    }

    private static CommitOutcome invalid(DeviceImport locked) {
        locked.uncommitted(null);
        return new CommitOutcome.Invalid(locked);
    }

    private CommitOutcome committed(DeviceImport locked, int enrolled, Instant now) {
        Optional<DeviceImport> rest = rows.leaveOut(locked, enrolled, now);
        rest.ifPresent(marking::markAll);
        locked.committed(now);
        quotas.enrolled(locked, enrolled);
        permission.lock(locked);
        acts.record(about(Act.IMPORT_COMMITTED, locked).with("rows", enrolled));
        return new CommitOutcome.Committed(enrolled, rest.map(DeviceImport::id));
    }

    private static LoggedAct about(Act act, DeviceImport deviceImport) {
        return LoggedAct.of(act).organization(deviceImport.organization().id()).object("import", deviceImport.id());
    }

    /**
     * Marks the draft again, so that it shows what the database refused.
     *
     * @throws QuotaReachedException if the organization is told nothing more today
     */
    public CommitOutcome markAgain(UUID importId) {
        DeviceImport draft = imports.lock(importId);
        marking.markAll(draft);
        heldElsewhere.requireTelling(draft.organization().id());
        draft.uncommitted(null);
        return new CommitOutcome.Invalid(draft);
    }

    /**
     * Asks a commit to stop.
     *
     * @throws ProblemException {@code conflict} if no commit is under way
     */
    public void cancel(UUID organizationId, UUID importId) {
        DeviceImport deviceImport = imports.lock(organizationId, importId);
        if (deviceImport.status() != ImportStatus.COMMITTING) {
            throw new ProblemException(ProblemCode.CONFLICT, "There is nothing to cancel: the commit is over.");
        }
        deviceImport.requestCancel();
    }

    private static DeviceImport requireCommittable(DeviceImport draft) {
        if (!draft.isDraft()) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    switch (draft.status()) {
                        case COMMITTING -> "This import is being committed already.";
                        case COMMITTED -> "This import is committed already.";
                        default -> "This import is not a draft. There is nothing to commit.";
                    });
        }
        if (draft.rowCount() == 0) {
            throw new ProblemException(ProblemCode.CONFLICT, "This import has no rows. There is nothing to add.");
        }
        return draft;
    }
}
