package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.domain.enrollment.row.IdentifierColumn;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.ReprovisioningPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored fields of an import, and what they say about it. {@link DeviceImport} changes them. */
@MappedSuperclass
public abstract class ImportFacts {

    private static final int MAX_FILE_NAME = 255;

    @Id
    UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    Organization organization;

    @ManyToOne(optional = false)
    @JoinColumn(name = "manufacturer_id")
    Manufacturer manufacturer;

    @Column(name = "file_name")
    String fileName;

    @Enumerated(EnumType.STRING)
    ImportStatus status;

    @Embedded
    ImportCounts counts;

    String warnings;

    @Embedded
    ImportProgress work;

    @Embedded
    LastChange lastChange;

    @Column(name = "rest_of")
    @Nullable
    UUID restOf;

    /** Written only with a new import. Later changes are statements of their own, see ImportRepository. */
    @Column(name = "model_id", updatable = false)
    @Nullable
    UUID modelId;

    /** Written in the same way. */
    @Column(name = "application_id", updatable = false)
    @Nullable
    UUID applicationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "reprovisioning_policy")
    @Nullable
    ReprovisioningPolicy reprovisioningPolicy;

    @Column(name = "created_by")
    UUID createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "committed_at")
    @Nullable
    Instant committedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields
    protected ImportFacts() {}

    ImportFacts(
            UUID id,
            Organization organization,
            Manufacturer manufacturer,
            String fileName,
            ImportProgress work,
            UUID createdBy,
            Instant now) {
        this.id = Objects.requireNonNull(id);
        this.organization = Objects.requireNonNull(organization);
        this.manufacturer = Objects.requireNonNull(manufacturer);
        this.fileName = fileName.length() > MAX_FILE_NAME ? fileName.substring(0, MAX_FILE_NAME) : fileName;
        this.status = ImportStatus.READING;
        this.counts = new ImportCounts();
        this.work = work;
        this.lastChange = new LastChange();
        this.warnings = "";
        this.createdBy = Objects.requireNonNull(createdBy);
        this.createdAt = Objects.requireNonNull(now);
    }

    public DraftCounts counts() {
        return counts.counts();
    }

    /** Whether its {@link #counts()} have the faults by kind: not before the first change since an earlier version. */
    public boolean areFaultsCounted() {
        return counts.areFaultsCounted();
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
    public @Nullable UUID restOf() {
        return restOf;
    }

    /** What a second proof for one of its devices does; null if the organization's policy decides. */
    public @Nullable ReprovisioningPolicy reprovisioningPolicy() {
        return reprovisioningPolicy;
    }

    /** The model that its devices get when they are created; null for the default of their type. */
    public @Nullable UUID modelId() {
        return modelId;
    }

    /** The application that its devices join when they are created; null for none. */
    public @Nullable UUID applicationId() {
        return applicationId;
    }

    /** Why the last work on it ended early, for its manager; null if it did not. */
    public @Nullable String failure() {
        return work.failure();
    }

    /** What can be taken back, such as "the deletion of 3 rows"; null if nothing can. */
    public @Nullable String lastChange() {
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
    public @Nullable Instant committedAt() {
        return committedAt;
    }
}
