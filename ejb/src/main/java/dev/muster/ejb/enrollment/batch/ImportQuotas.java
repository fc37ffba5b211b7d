package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.ejb.quota.QuotaAmounts;
import dev.muster.ejb.quota.QuotaMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** The quotas of an organization that its imports use. Each method runs in the transaction of the step that it limits. */
@ApplicationScoped
public class ImportQuotas implements QuotaMeter {

    /** In seconds; most imports take less. */
    private static final long RETRY_AFTER = 30;

    private static final String ROOM_FOR_ROWS = "Commit or discard drafts, or ask an administrator for a higher quota.";

    private static final String ROOM_FOR_DEVICES =
            "Delete devices and enrollments that you no longer need, or ask an administrator for a higher quota.";

    @Inject
    private QuotaAmounts amounts;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ImportRepository imports;

    /** @throws QuotaReachedException if too many imports are at work, or the drafts have no room for a row */
    void begin(UUID organization) {
        requireTurn(organization);
        amounts.lock(organization, Quota.DRAFT_ROWS);
        int limit = amounts.limit(organization, Quota.DRAFT_ROWS);
        if (limit != Quota.UNLIMITED && imports.draftRows(organization) >= limit) {
            throw tooManyRows(limit);
        }
    }

    /** The refusal of a file whose rows do not fit into the organization's drafts. */
    public static QuotaReachedException tooManyRows(int limit) {
        return QuotaReachedException.ofAmount(Quota.DRAFT_ROWS, limit, ROOM_FOR_ROWS);
    }

    /** @throws QuotaReachedException if too many imports are at work, or the rows of the draft do not fit */
    public void beginCommit(DeviceImport draft) {
        requireTurn(draft.organization().id());
        if (!draft.isValidRowsOnly()) {
            exceeded(draft).ifPresent(reached -> {
                throw reached;
            });
        }
    }

    private void requireTurn(UUID organization) {
        int limit = amounts.limit(organization, Quota.IMPORTS_AT_ONCE);
        if (limit != Quota.UNLIMITED) {
            amounts.lock(organization, Quota.IMPORTS_AT_ONCE);
            if (imports.atWork(organization) >= limit) {
                throw QuotaReachedException.ofRate(Quota.IMPORTS_AT_ONCE, limit, RETRY_AFTER);
            }
        }
    }

    /** Why the rows of a draft cannot all be enrolled: the quota of devices. Empty if they can, as of now. */
    public Optional<QuotaReachedException> exceeded(DeviceImport draft) {
        UUID organization = draft.organization().id();
        int limit = amounts.limit(organization, Quota.DEVICES);
        if (limit == Quota.UNLIMITED || amounts.bound(organization, Quota.DEVICES) + draft.rowCount() <= limit) {
            return Optional.empty();
        }
        return enrollments.count(organization) + draft.rowCount() <= limit
                ? Optional.empty()
                : Optional.of(QuotaReachedException.ofAmount(Quota.DEVICES, limit, ROOM_FOR_DEVICES));
    }

    /**
     * Counts rows that have just been enrolled in this transaction.
     *
     * @throws QuotaReachedException if the organization may not have as many
     */
    public void enrolled(DeviceImport deviceImport, int rows) {
        UUID organization = deviceImport.organization().id();
        amounts.require(
                organization, Quota.DEVICES, rows, ROOM_FOR_DEVICES, () -> enrollments.count(organization) - rows);
    }

    @Override
    public Map<Quota, ToLongFunction<UUID>> amounts() {
        return Map.of(
                Quota.DEVICES, enrollments::count,
                Quota.IMPORTS_AT_ONCE, imports::atWork,
                Quota.DRAFT_ROWS, imports::draftRows);
    }
}
