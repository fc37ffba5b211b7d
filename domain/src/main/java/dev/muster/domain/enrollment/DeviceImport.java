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
import java.util.Set;
import java.util.UUID;

/**
 * One import. Its rows come in from a file and are compared with each other and with what is enrolled; then it is a
 * draft, whose faults are mended; when no cell is invalid it is committed, and every row becomes an enrollment, all of
 * them or none. While a server is at work on it, nobody else changes its rows.
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

    @Column(name = "row_count")
    private int rowCount;

    @Column(name = "invalid_cells")
    private int invalidCells;

    @Column(name = "imeis_full")
    private int fullImeis;

    @Column(name = "imeis_short")
    private int shortImeis;

    @Column(name = "imeis_zero")
    private int zeroImeis;

    private String evidence;

    private String warnings;

    @Embedded
    private ImportProgress work;

    @Column(name = "rest_of")
    private UUID restOf;

    /** Written once here; a change is a statement of its own, see ImportRepository. */
    @Column(name = "model_id", updatable = false)
    private UUID modelId;

    @Column(name = "last_change")
    private String lastChange;

    @Column(name = "change_no")
    private int changeNumber;

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
     * @param fileName what the manager calls the file, for the list of imports alone
     * @param fileBytes how many bytes were announced; 0 where that is not known
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
        this.work = new ImportProgress(fileBytes);
        this.warnings = "";
        this.createdBy = Objects.requireNonNull(createdBy);
        this.createdAt = Objects.requireNonNull(now);
    }

    /** The draft that takes those rows of a committed import that were left out of it. */
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
        rest.evidence = committed.evidence;
        return rest;
    }

    /** The file is stored wholly; its rows are to be compared. */
    public void read(int rows, List<String> sentences, ColumnEvidence seen) {
        require(ImportStatus.READING);
        this.evidence = seen.text();
        this.status = ImportStatus.VALIDATING;
        this.rowCount = rows;
        this.warnings = String.join("\n", sentences);
        work.goOn();
    }

    /** The rows are compared. */
    public void validated(DraftCounts counts) {
        require(ImportStatus.VALIDATING);
        count(counts);
        endWork(ImportStatus.DRAFT, null);
    }

    /** Takes the counts of its rows after they changed. */
    public void count(DraftCounts counts) {
        this.rowCount = counts.rows();
        this.invalidCells = counts.invalidCells();
        this.fullImeis = counts.fullImeis();
        this.shortImeis = counts.shortImeis();
        this.zeroImeis = counts.zeroImeis();
        this.evidence = ColumnEvidence.parse(evidence).with(counts).text();
    }

    public DraftCounts counts() {
        return new DraftCounts(rowCount, invalidCells, fullImeis, shortImeis, zeroImeis, Set.of());
    }

    /** Its identifiers as a whole, as they would be with these counts. */
    public IdentifierColumn column(DraftCounts counts) {
        return new IdentifierColumn(counts, ColumnEvidence.parse(evidence).with(counts));
    }

    /** Whether IMEIs of 14 digits are invalid in it. */
    public boolean refusesShortImeis() {
        return column(counts()).refusesShortImeis();
    }

    /** The rules of its rows: the manufacturer's, and what its column of identifiers says. */
    public RowRules rules() {
        return new RowRules(manufacturer.identifierRules(), column(counts()));
    }

    /** Takes note of a change that can be taken back; null where there is none to take back. */
    public void changed(String description) {
        this.lastChange = description;
        this.changeNumber++;
    }

    /**
     * Makes sure that a change is made from the draft as it is.
     *
     * @param seen the number of the last change that was seen; empty lets the last one win
     * @throws ProblemException {@code conflict} if another change was made since
     */
    public void requireUnchangedSince(OptionalInt seen) {
        if (seen.isPresent() && seen.getAsInt() != changeNumber) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "This draft was changed in another window meanwhile; look at it as it is now, then try again.");
        }
    }

    /** Whether every row could become an enrollment, as far as was known at the last check. */
    public boolean isValid() {
        return invalidCells == 0 && rowCount > 0;
    }

    public boolean isDraft() {
        return status == ImportStatus.DRAFT;
    }

    /** A server begins to make its rows enrollments. */
    public void beginCommit(CommitScope scope) {
        require(ImportStatus.DRAFT);
        this.status = ImportStatus.COMMITTING;
        work.beginCommit(rowCount, scope);
    }

    /**
     * Decides what a second proof for one of its devices does from now on.
     *
     * @param policy {@code null} for the organization's
     * @throws ProblemException {@code conflict} where it is neither a draft nor committed
     */
    public void reprovisionBy(ReprovisioningPolicy policy) {
        if (status != ImportStatus.DRAFT && status != ImportStatus.COMMITTED) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "The import is neither a draft nor added now; come back when it is.");
        }
        this.reprovisioningPolicy = policy;
    }

    /** Every row that is left in it is an enrollment. */
    public void committed(Instant now) {
        require(ImportStatus.COMMITTING);
        endWork(ImportStatus.COMMITTED, null);
        this.lastChange = null;
        this.committedAt = Objects.requireNonNull(now);
    }

    /**
     * Nothing was enrolled; it is a draft as it was.
     *
     * @param reason a sentence for its manager; null where the draft itself shows it
     */
    public void uncommitted(String reason) {
        require(ImportStatus.COMMITTING);
        endWork(ImportStatus.DRAFT, reason);
    }

    /** A server begins to change many of its rows, and to check them again. */
    public void beginChange(DraftChange change) {
        require(ImportStatus.DRAFT);
        this.status = ImportStatus.VALIDATING;
        work.beginChange(change);
    }

    /** The change is done; {@code description} as {@link #changed(String)}. */
    public void changed(DraftCounts counts, String description) {
        requireChange();
        count(counts);
        changed(description);
        endWork(ImportStatus.DRAFT, null);
    }

    /**
     * The change did not happen; it is a draft as it was.
     *
     * @param reason a sentence for its manager
     */
    public void unchanged(String reason) {
        requireChange();
        endWork(ImportStatus.DRAFT, reason);
    }

    private void requireChange() {
        if (!isBeingChanged()) {
            throw new IllegalStateException("The import is " + status + " and not being changed");
        }
    }

    /** Asks the server that is making enrollments of it, or changing it, to stop. */
    public void requestCancel() {
        if (!isBeingChanged()) {
            require(ImportStatus.COMMITTING);
        }
        work.requestCancel();
    }

    /**
     * Ends it before it became a draft.
     *
     * @param end INTERRUPTED, CANCELLED or FAILED
     * @param reason a sentence for its manager
     */
    public void breakOff(ImportStatus end, String reason) {
        if (!end.isBrokenOff() || !mayBreakOff()) {
            throw new IllegalStateException("An import that is " + status + " does not become " + end);
        }
        endWork(end, reason);
    }

    /** Whether its rows are still coming in, or being checked for the first time. */
    public boolean mayBreakOff() {
        return status == ImportStatus.READING || status == ImportStatus.VALIDATING && !isBeingChanged();
    }

    /** Forgets rows that are not kept. */
    public void emptied() {
        count(DraftCounts.NONE);
    }

    private void endWork(ImportStatus end, String reason) {
        this.status = end;
        work.end(reason);
    }

    private void require(ImportStatus expected) {
        if (status != expected) {
            throw new IllegalStateException("The import is " + status + ", not " + expected);
        }
    }

    /** Per cent of the work that is under way, 0 to 99 while it is not known or not done; 100 where none is. */
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
        return rowCount;
    }

    public int invalidCells() {
        return invalidCells;
    }

    public boolean isCancelRequested() {
        return work.isCancelRequested();
    }

    /** Whether a server is changing many of its rows. */
    public boolean isBeingChanged() {
        return status == ImportStatus.VALIDATING && work.pendingChange().isPresent();
    }

    /** The change that a server is carrying out. */
    public Optional<DraftChange> pendingChange() {
        return work.pendingChange();
    }

    /** Whether the commit under way takes the valid rows alone. */
    public boolean isValidRowsOnly() {
        return work.isValidRowsOnly();
    }

    /** Whether it takes the first of each group of duplicates, too. */
    public boolean isKeepFirst() {
        return work.isKeepFirst();
    }

    /** The committed import that its rows were left out of; null where it was made from a file. */
    public UUID restOf() {
        return restOf;
    }

    /** What a second proof for one of its devices does; {@code null} where the organization's policy holds. */
    public ReprovisioningPolicy reprovisioningPolicy() {
        return reprovisioningPolicy;
    }

    /** The model that its devices get when they are created; {@code null} for the default of their type. */
    public UUID modelId() {
        return modelId;
    }

    /** Why the last work on it ended early, for its manager; null where it did not. */
    public String failure() {
        return work.failure();
    }

    /** What can be taken back, such as "3 rows deleted"; null where nothing can. */
    public String lastChange() {
        return lastChange;
    }

    /** Counts changes from 0. */
    public int changeNumber() {
        return changeNumber;
    }

    /** What the reader warned of, one sentence an item. */
    public List<String> warnings() {
        return warnings.lines().toList();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant committedAt() {
        return committedAt;
    }
}
