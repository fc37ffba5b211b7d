package dev.muster.domain.enrollment.row;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.shared.EnteredText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a draft: its cells as entered, without the blanks around them; the forms in which they are compared; and
 * what is wrong with them. {@link RowRules} finds the row's own faults. The database marks conflicts with other rows
 * and with enrollments, for all rows at once. A cell has at most one fault.
 */
@Entity
@Table(name = "enrollment_row")
@IdClass(EnrollmentRow.Key.class)
public class EnrollmentRow {

    @Id
    @Column(name = "batch_id")
    private UUID batchId;

    @Id
    @Column(name = "row_no")
    private int number;

    private long line;

    private int version;

    @Column(name = "unique_identifier")
    private String uniqueIdentifier;

    @Column(name = "device_name")
    private String deviceName;

    @Column(name = "device_type")
    private String deviceType;

    @Column(name = "parent_gateway")
    private String parentGateway;

    @Column(name = "normalized_identifier")
    private @Nullable String normalizedIdentifier;

    @Column(name = "normalized_name")
    private @Nullable String normalizedName;

    @Column(name = "normalized_parent")
    private @Nullable String normalizedParent;

    @Enumerated(EnumType.STRING)
    @Column(name = "parsed_type")
    private @Nullable DeviceType parsedType;

    @Enumerated(EnumType.STRING)
    @Column(name = "identifier_fault")
    private @Nullable CellFault identifierFault;

    @Enumerated(EnumType.STRING)
    @Column(name = "name_fault")
    private @Nullable CellFault nameFault;

    @Enumerated(EnumType.STRING)
    @Column(name = "type_fault")
    private @Nullable CellFault typeFault;

    @Enumerated(EnumType.STRING)
    @Column(name = "parent_fault")
    private @Nullable CellFault parentFault;

    @Column(name = "imei_digits")
    private int imeiDigits;

    @Column(name = "fits_with_zero")
    private boolean fitsWithZero;

    @Column(name = "odd_cells")
    private @Nullable String oddCells;

    @Column(name = "invalid_cells")
    private int invalidCells;

    @SuppressWarnings("NullAway.Init")
    protected EnrollmentRow() {}

    /** A row as the file has it, with its own faults and without conflicts. */
    public EnrollmentRow(UUID batchId, FileRow row, RowRules rules) {
        this.batchId = batchId;
        this.number = row.number();
        this.line = row.line();
        this.oddCells = row.oddCells();
        take(row.cells(), rules);
    }

    /** A row that was stored with its version. */
    public static EnrollmentRow kept(UUID batchId, FileRow stored, int version, RowRules rules) {
        EnrollmentRow row = new EnrollmentRow(batchId, stored, rules);
        row.version = version;
        return row;
    }

    /**
     * Replaces the cells after an edit. The row then has a new version and its own faults, but no conflicts.
     *
     * @param isConfirmed whether the user entered the identifier, even if it is the same: a row with too few or too
     *     many cells is in doubt until then
     */
    public void edit(RowCells cells, boolean isConfirmed, RowRules rules) {
        this.oddCells = isConfirmed ? null : oddCells;
        take(cells, rules);
        version++;
    }

    private void take(RowCells cells, RowRules rules) {
        RowJudgement judged = rules.judge(cells, oddCells != null);
        this.uniqueIdentifier = EnteredText.trimmed(cells.uniqueIdentifier());
        this.deviceName = EnteredText.trimmed(cells.deviceName());
        this.deviceType = EnteredText.trimmed(cells.deviceType());
        this.parentGateway = EnteredText.trimmed(cells.parentGateway());
        this.normalizedIdentifier = judged.normalizedIdentifier();
        this.normalizedName = judged.normalizedName();
        this.normalizedParent = judged.normalizedParent();
        this.parsedType = judged.deviceType();
        this.identifierFault = judged.faults().uniqueIdentifier();
        this.nameFault = judged.faults().deviceName();
        this.typeFault = judged.faults().deviceType();
        this.parentFault = judged.faults().parentGateway();
        this.imeiDigits = judged.imeiDigits();
        this.fitsWithZero = judged.fitsWithZero();
        this.invalidCells = judged.faults().count();
    }

    /** The cells as entered, without the blanks around them. */
    public RowCells cells() {
        return new RowCells(uniqueIdentifier, deviceName, deviceType, parentGateway);
    }

    /** What is wrong, cell by cell. */
    public RowFaults faults() {
        return new RowFaults(identifierFault, nameFault, typeFault, parentFault);
    }

    public UUID batchId() {
        return batchId;
    }

    /** The number of the record in the file, from 1. It stays the same after deletions. */
    public int number() {
        return number;
    }

    /** Line of the file on which the record began, from 1. */
    public long line() {
        return line;
    }

    /** Counts edits from 0. */
    public int version() {
        return version;
    }

    public @Nullable String normalizedIdentifier() {
        return normalizedIdentifier;
    }

    public @Nullable String normalizedName() {
        return normalizedName;
    }

    public @Nullable String normalizedParent() {
        return normalizedParent;
    }

    public @Nullable DeviceType parsedType() {
        return parsedType;
    }

    /** 15 or 14 for an IMEI, otherwise 0. If a file has IMEIs of 15 digits, its IMEIs of 14 digits are invalid. */
    public int imeiDigits() {
        return imeiDigits;
    }

    /** Whether it is an IMEI of 14 digits that has a right check digit with a zero before it. */
    public boolean fitsWithZero() {
        return fitsWithZero;
    }

    /**
     * How the number of its cells differs from the header line, as a part of a sentence; null if it does not, or if a
     * user has confirmed the identifier since.
     */
    public @Nullable String oddCells() {
        return oddCells;
    }

    public int invalidCells() {
        return invalidCells;
    }

    /** Names a row: its import, and its number in the file. */
    public static class Key implements Serializable {

        private UUID batchId;

        private int number;

        @SuppressWarnings("NullAway.Init")
        protected Key() {}

        /** @param number of the record in the file, from 1 */
        public Key(UUID batchId, int number) {
            this.batchId = Objects.requireNonNull(batchId);
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && batchId.equals(that.batchId) && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(batchId, number);
        }
    }
}
