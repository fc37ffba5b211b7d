package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.row.ColumnEvidence;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.domain.enrollment.row.IdentifierColumn;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One import: the devices that an organization expects of a manufacturer, from the file to the enrollments. Its status
 * tells whose turn it is, and {@link ImportStatus} says which status can follow which.
 *
 * <p>A manager uploads the file. While it comes in, the import is READING. When every row is stored, it is VALIDATING: a
 * server compares the rows with each other and with what is enrolled. Then it is a DRAFT, and the manager repairs cells
 * and deletes rows. If a change affects many rows of a large draft, a server carries it out: the import is CHANGING, and
 * then a DRAFT again.
 *
 * <p>The manager commits the draft. It is COMMITTING while a server makes enrollments of its rows: of all rows, or of the
 * valid rows only. The rows that are left out become a draft of their own ({@link #restOf}). Then it is COMMITTED, or a
 * DRAFT again if nothing could be enrolled.
 *
 * <p>An import that never became a draft ends as INTERRUPTED, CANCELLED or FAILED. A manager discards a draft or such a
 * remainder, and withdraws a committed import; both delete it. While a server is at work, nobody else changes the rows,
 * and if the server dies, another one goes on.
 */
@Entity
@Table(name = "enrollment_batch")
public class DeviceImport {

    private static final int MAX_FILE_NAME = 255;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    @ManyToOne(optional = false)
    @JoinColumn(name = "manufacturer_id")
    private Manufacturer manufacturer;

    @Column(name = "file_name")
    private String fileName;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    @Embedded
    private ImportCounts counts;

    private String warnings;

    @Embedded
    private ImportProgress work;

    @Embedded
    private LastChange lastChange;

    @Column(name = "rest_of")
    private UUID restOf;

    /** This class writes it only once. Later changes are statements of their own, see ImportRepository. */
    @Column(name = "model_id", updatable = false)
    private UUID modelId;

    @Enumerated(EnumType.STRING)
    @Column(name = "reprovisioning_policy")
    private ReprovisioningPolicy reprovisioningPolicy;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "committed_at")
    private Instant committedAt;

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
        this.id = Objects.requireNonNull(id);
        this.organization = Objects.requireNonNull(organization);
        this.manufacturer = Objects.requireNonNull(manufacturer);
        this.fileName = fileName.length() > MAX_FILE_NAME ? fileName.substring(0, MAX_FILE_NAME) : fileName;
        this.status = ImportStatus.READING;
        this.counts = new ImportCounts();
        this.work = new ImportProgress(fileBytes);
        this.lastChange = new LastChange();
        this.warnings = "";
        this.createdBy = Objects.requireNonNull(createdBy);
        this.createdAt = Objects.requireNonNull(now);
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

    /** A server has changed many of its rows; {@code description} as for {@link #changed(String)}. */
    public void changed(DraftCounts now, String description) {
        require(ImportStatus.CHANGING);
        counts.count(now);
        changed(description);
        endWork(ImportStatus.DRAFT, null);
    }

    /** The change of many rows did not happen; {@code reason} is a sentence for its manager. */
    public void unchanged(String reason) {
        require(ImportStatus.CHANGING);
        endWork(ImportStatus.DRAFT, reason);
    }

    /** Its rows were changed; {@code description} says what can be taken back now, null if nothing can. */
    public void changed(String description) {
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
    public void uncommitted(String reason) {
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

    private void endWork(ImportStatus end, String reason) {
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
    public void reprovisionBy(ReprovisioningPolicy policy) {
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

    public DraftCounts counts() {
        return counts.counts();
    }

    /** Its identifiers as a whole, as they would be with these counts. */
    public IdentifierColumn column(DraftCounts with) {
        return counts.column(with);
    }

    /** Whether IMEIs of 14 digits are invalid in it. */
    public boolean refusesShortImeis() {
        return column(counts()).refusesShortImeis();
    }

    /** The rules of its rows: the manufacturer's, and what its column of identifiers shows. */
    public RowRules rules() {
        return new RowRules(manufacturer.identifierRules(), column(counts()));
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

    /** Whether every row could become an enrollment, as far as the last check knew. */
    public boolean isValid() {
        return invalidCells() == 0 && rowCount() > 0;
    }

    public boolean isDraft() {
        return status == ImportStatus.DRAFT;
    }

    /** Per cent of the work that a server is doing, 0 to 99; 100 if no server is at work. */
    public int progress() {
        return status.isWork() ? work.percent() : 100;
    }

    public UUID id() {
        return id;
    }

    public Organization organization() {
        return organization;
    }

    public Manufacturer manufacturer() {
        return manufacturer;
    }

    public String fileName() {
        return fileName;
    }

    public ImportStatus status() {
        return status;
    }

    public int rowCount() {
        return counts.rows();
    }

    public int invalidCells() {
        return counts.invalidCells();
    }

    public boolean isCancelRequested() {
        return work.isCancelRequested();
    }

    /** The change that a server is carrying out. */
    public Optional<DraftChange> pendingChange() {
        return work.pendingChange();
    }

    /** Whether the commit takes the valid rows only. */
    public boolean isValidRowsOnly() {
        return work.isValidRowsOnly();
    }

    /** Whether the commit also takes the first of each group of duplicates. */
    public boolean isKeepFirst() {
        return work.isKeepFirst();
    }

    /** The committed import that its rows were left out of; null if it was made from a file. */
    public UUID restOf() {
        return restOf;
    }

    /** What a second proof for one of its devices does; null if the organization's policy decides. */
    public ReprovisioningPolicy reprovisioningPolicy() {
        return reprovisioningPolicy;
    }

    /** The model that its devices get when they are created; null for the default of their type. */
    public UUID modelId() {
        return modelId;
    }

    /** Why the last work on it ended early, for its manager; null if it did not. */
    public String failure() {
        return work.failure();
    }

    /** What can be taken back, such as "the deletion of 3 rows"; null if nothing can. */
    public String lastChange() {
        return lastChange.description();
    }

    /** Counts changes from 0. */
    public int changeNumber() {
        return lastChange.number();
    }

    /** What the reader warned of, one sentence an item. */
    public List<String> warnings() {
        return warnings.lines().toList();
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null until it is committed. */
    public Instant committedAt() {
        return committedAt;
    }
}
