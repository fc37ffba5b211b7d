package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.row.ColumnEvidence;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import: the devices that an organization expects of a manufacturer, from the file to the enrollments. Its status
 * tells whose turn it is, and {@link ImportStatus} says which status can follow which.
 *
 * <p>A manager uploads the file. While it comes in, the import is READING. When every row is stored, it is VALIDATING:
 * a server compares the rows with each other and with what is enrolled. Then it is a DRAFT, and the manager repairs
 * cells and deletes rows. If a change affects many rows of a large draft, a server carries it out: the import is
 * CHANGING, and then a DRAFT again.
 *
 * <p>The manager commits the draft. It is COMMITTING while a server makes enrollments of its rows: of all rows, or of
 * the valid rows only. The rows that are left out become a draft of their own ({@link #restOf}). Then it is COMMITTED,
 * or a DRAFT again if nothing could be enrolled.
 *
 * <p>An import that never became a draft ends as INTERRUPTED, CANCELLED or FAILED. A manager discards a draft or such a
 * remainder, and withdraws a committed import; both delete it. While a server is at work, nobody else changes the rows.
 * If the server dies, another server goes on with the work; only a file that was still coming in becomes INTERRUPTED.
 */
@Entity
@Table(name = "enrollment_batch")
public class DeviceImport extends ImportFacts {

    protected DeviceImport() {}

    /**
     * An import whose file begins to come in.
     *
     * @param id new
     * @param fileName what the manager calls the file; only shown
     * @param fileBytes how many bytes were announced; 0 if that is not known
     */
    public DeviceImport(
            UUID id,
            Organization organization,
            Manufacturer manufacturer,
            String fileName,
            long fileBytes,
            UUID createdBy,
            Instant now) {
        super(id, organization, manufacturer, fileName, new ImportProgress(fileBytes), createdBy, now);
    }

    /** A new draft for those rows that a commit left out of an import. */
    public static DeviceImport restOf(DeviceImport committed, Instant now) {
        DeviceImport rest = new DeviceImport(
                UUID.randomUUID(),
                committed.organization,
                committed.manufacturer,
                committed.fileName,
                0,
                committed.createdBy,
                now);
        rest.status = ImportStatus.DRAFT;
        rest.restOf = committed.id;
        rest.reprovisioningPolicy = committed.reprovisioningPolicy;
        rest.modelId = committed.modelId;
        rest.applicationId = committed.applicationId;
        rest.counts = committed.counts.ofNoRows();
        return rest;
    }

    /** Every row of the file is stored. The rows have to be compared now. */
    public void read(int rows, List<String> sentences, ColumnEvidence seen) {
        this.status = status.to(ImportStatus.VALIDATING);
        counts.read(rows, seen);
        this.warnings = String.join("\n", sentences);
        work.goOn();
    }

    /** The rows are compared. */
    public void validated(DraftCounts now) {
        require(ImportStatus.VALIDATING);
        counts.count(now);
        endWork(ImportStatus.DRAFT, null);
    }

    /** Ends it before it became a draft; {@code reason} is a sentence for its manager. */
    public void breakOff(ImportStatus end, String reason) {
        if (!end.isBrokenOff()) {
            throw new IllegalArgumentException(end + " is an end of no file");
        }
        endWork(end, reason);
    }

    /** A server begins to change many of its rows, and to check them again. */
    public void beginChange(DraftChange change) {
        this.status = status.to(ImportStatus.CHANGING);
        work.beginChange(change);
    }

    /** A server has changed many of its rows. {@link #changed(String)} says what can be undone from now on. */
    public void changed(DraftCounts now) {
        require(ImportStatus.CHANGING);
        counts.count(now);
        endWork(ImportStatus.DRAFT, null);
    }

    /** The change of many rows did not happen; {@code reason} is a sentence for its manager. */
    public void unchanged(String reason) {
        require(ImportStatus.CHANGING);
        endWork(ImportStatus.DRAFT, reason);
    }

    /** Its rows were changed; {@code description} says what can be taken back now, null if nothing can. */
    public void changed(@Nullable String description) {
        lastChange.changed(description);
    }

    /** A server begins to make enrollments of its rows. */
    public void beginCommit(CommitScope scope) {
        this.status = status.to(ImportStatus.COMMITTING);
        work.beginCommit(rowCount(), scope);
    }

    /** Every row that is left in it is an enrollment. */
    public void committed(Instant now) {
        endWork(ImportStatus.COMMITTED, null);
        lastChange.close();
        this.committedAt = Objects.requireNonNull(now);
    }

    /**
     * Nothing was enrolled.
     *
     * @param reason a sentence for its manager; null if the draft itself shows the reason
     */
    public void uncommitted(@Nullable String reason) {
        require(ImportStatus.COMMITTING);
        endWork(ImportStatus.DRAFT, reason);
    }

    /** Asks the server that is changing or committing it to stop. It becomes the draft that it was. */
    public void requestCancel() {
        if (status != ImportStatus.CHANGING) {
            require(ImportStatus.COMMITTING);
        }
        work.requestCancel();
    }

    private void endWork(ImportStatus end, @Nullable String reason) {
        this.status = status.to(end);
        work.end(reason);
    }

    /** For transitions to a status that several others lead to. */
    private void require(ImportStatus expected) {
        if (status != expected) {
            throw new IllegalStateException("The import is " + status + ", not " + expected);
        }
    }

    /**
     * Decides what a second proof for one of its devices does from now on.
     *
     * @param policy null for the organization's policy
     * @throws ProblemException {@code conflict} if it is neither a draft nor committed
     */
    public void reprovisionBy(@Nullable ReprovisioningPolicy policy) {
        if (status != ImportStatus.DRAFT && status != ImportStatus.COMMITTED) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "The import is neither a draft nor committed now. Try again when it is.");
        }
        this.reprovisioningPolicy = policy;
    }

    /** Takes the counts of its rows after they changed. */
    public void count(DraftCounts now) {
        counts.count(now);
    }

    /** None of its rows are kept. */
    public void emptied() {
        counts.count(DraftCounts.NONE);
    }

    /**
     * Makes sure that a change is made from the draft as it is.
     *
     * @param seen the number of the last change that was seen; empty if that does not matter
     * @throws ProblemException {@code conflict} if the draft has been changed since
     */
    public void requireUnchangedSince(OptionalInt seen) {
        lastChange.requireSeen(seen);
    }
}
