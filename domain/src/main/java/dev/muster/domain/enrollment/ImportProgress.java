package dev.muster.domain.enrollment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work of a server on an import: what the server does, how far it is, whether it is asked to stop, and why the last
 * work ended early. It begins and ends with the statuses of {@link ImportStatus#isWork()}.
 */
@Embeddable
class ImportProgress {

    @Column(name = "progress_done")
    private long done;

    @Column(name = "progress_total")
    private long total;

    @Column(name = "cancel_requested")
    private boolean cancelRequested;

    @Column(name = "valid_rows_only")
    private boolean validRowsOnly;

    @Column(name = "keep_first")
    private boolean keepFirst;

    @Column(name = "pending_change")
    private @Nullable String pendingChange;

    private @Nullable String failure;

    protected ImportProgress() {}

    /** @param steps how many there are; 0 if that is not known */
    ImportProgress(long steps) {
        this.total = steps;
    }

    /** Begins work of unknown length. */
    void goOn() {
        this.done = 0;
        this.total = 0;
    }

    void beginCommit(int rows, CommitScope scope) {
        end(null);
        this.total = rows;
        this.validRowsOnly = scope != CommitScope.ALL_ROWS;
        this.keepFirst = scope == CommitScope.VALID_ROWS_AND_FIRST_OF_EACH;
    }

    void beginChange(DraftChange change) {
        end(null);
        this.pendingChange = change.text();
    }

    /** @param reason why it ended early, a sentence for the import's manager; null if it did not */
    void end(@Nullable String reason) {
        this.done = 0;
        this.total = 0;
        this.cancelRequested = false;
        this.pendingChange = null;
        this.failure = reason;
    }

    void requestCancel() {
        this.cancelRequested = true;
    }

    boolean isCancelRequested() {
        return cancelRequested;
    }

    boolean isValidRowsOnly() {
        return validRowsOnly;
    }

    boolean isKeepFirst() {
        return keepFirst;
    }

    Optional<DraftChange> pendingChange() {
        return Optional.ofNullable(pendingChange).map(DraftChange::parse);
    }

    @Nullable
    String failure() {
        return failure;
    }

    /** Per cent, 0 to 99, because it is not done yet; 0 if the length is not known. */
    int percent() {
        return total <= 0 ? 0 : (int) Math.min(99, 100 * done / total);
    }
}
