package dev.muster.domain.enrollment;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import jakarta.persistence.Column;
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
import java.util.UUID;

/**
 * One import. It begins as a draft that holds the rows of a file and the faults in them; when no cell is invalid it is
 * committed, and every row becomes an enrollment, all of them or none.
 */
@Entity
@Table(name = "enrollment_batch")
public class EnrollmentBatch {

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
    private BatchStatus status;

    @Column(name = "row_count")
    private int rowCount;

    @Column(name = "invalid_cells")
    private int invalidCells;

    private String warnings;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "committed_at")
    private Instant committedAt;

    protected EnrollmentBatch() {}

    /** @param fileName what the manager calls the file, for the list of imports alone */
    public EnrollmentBatch(
            Organization organization, Manufacturer manufacturer, String fileName, UUID createdBy, Instant now) {
        this.id = UUID.randomUUID();
        this.organization = Objects.requireNonNull(organization);
        this.manufacturer = Objects.requireNonNull(manufacturer);
        this.fileName = fileName.length() > MAX_FILE_NAME ? fileName.substring(0, MAX_FILE_NAME) : fileName;
        this.status = BatchStatus.DRAFT;
        this.warnings = "";
        this.createdBy = Objects.requireNonNull(createdBy);
        this.createdAt = Objects.requireNonNull(now);
    }

    /** Takes what the reader warned of, one sentence a line. */
    public void warn(String sentences) {
        this.warnings = Objects.requireNonNull(sentences);
    }

    /** Takes the counts of its rows after they changed. */
    public void count(int rows, int invalid) {
        this.rowCount = rows;
        this.invalidCells = invalid;
    }

    /** Whether every row could become an enrollment, as far as was known at the last check. */
    public boolean isValid() {
        return invalidCells == 0 && rowCount > 0;
    }

    public boolean isDraft() {
        return status == BatchStatus.DRAFT;
    }

    /**
     * Ends the draft.
     *
     * @throws IllegalStateException where it is no valid draft
     */
    public void commit(Instant now) {
        if (!isDraft() || !isValid()) {
            throw new IllegalStateException("Only a valid draft is committed");
        }
        this.status = BatchStatus.COMMITTED;
        this.committedAt = Objects.requireNonNull(now);
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

    public BatchStatus status() {
        return status;
    }

    public int rowCount() {
        return rowCount;
    }

    public int invalidCells() {
        return invalidCells;
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
