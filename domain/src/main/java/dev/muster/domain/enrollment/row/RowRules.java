package dev.muster.domain.enrollment.row;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.manufacturer.IdentifierFault;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.MissingValue;
import dev.muster.domain.shared.EnteredText;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules that need only the row itself. They are the same for the preview, for an edit and for the commit. The
 * database checks for all rows at once what depends on other rows or on enrollments (duplicates, taken names, parents
 * to be found); it compares the normal forms that these rules find. Immutable and safe for any number of threads.
 */
public final class RowRules {
    /** Characters (UTF-16 code units) in a device name, counted after trimming. */
    public static final int MAX_NAME_LENGTH = 255;

    private static final String NO_PARENT =
            "This is not an identifier: a spreadsheet or a program wrote it because it had no value. Clear the cell, or enter "
                    + "the identifier of a gateway.";

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private final IdentifierRules identifiers;
    private final IdentifierColumn column;

    /** Rules for rows whose column is not known yet. They offer no repair that depends on the column. */
    public RowRules(IdentifierRules identifiers) {
        this(identifiers, IdentifierColumn.UNKNOWN);
    }

    /** Rules for the rows of an import with this column of identifiers. */
    public RowRules(IdentifierRules identifiers, IdentifierColumn column) {
        this.identifiers = identifiers;
        this.column = column;
    }

    /** The scheme of the manufacturer's identifiers. */
    public IdentifierScheme scheme() {
        return identifiers.scheme();
    }

    /** The most characters that a trimmed cell of this column may have. */
    public static int maxLength(Column column) {
        return column == Column.DEVICE_NAME ? MAX_NAME_LENGTH : IdentifierRules.MAX_LENGTH;
    }

    /**
     * Judges a row by its cells and their number. A row with too few or too many cells is marked on its identifier.
     *
     * @param isOdd whether the row had too few or too many cells, and no user has confirmed its identifier since
     */
    public RowJudgement judge(RowCells cells, boolean isOdd) {
        RowJudgement judged = judge(cells);
        return isOdd ? judged.withIdentifierFault(CellFault.CELL_COUNT) : judged;
    }

    /** Judges a row by its cells. For each cell it finds the first fault in the order of csv-interpretation.md. */
    public RowJudgement judge(RowCells cells) {
        @Nullable DeviceType type = DeviceType.parse(cells.deviceType()).orElse(null);
        RowFaults faults = new RowFaults(
                identifierFault(cells.uniqueIdentifier()),
                nameFault(cells.deviceName()),
                typeFault(cells.deviceType(), type),
                parentFault(cells.parentGateway(), type));
        boolean hasParent = !EnteredText.isBlank(cells.parentGateway());
        return new RowJudgement(
                faults,
                faults.uniqueIdentifier() == null ? identifiers.normalize(cells.uniqueIdentifier()) : null,
                faults.deviceName() == null ? comparedName(cells.deviceName()) : null,
                hasParent && faults.parentGateway() == null ? identifiers.normalize(cells.parentGateway()) : null,
                type,
                identifiers.imeiDigits(cells.uniqueIdentifier()),
                identifiers.fitsWithZero(cells.uniqueIdentifier()));
    }

    /**
     * A sentence about one faulty cell, as exact as its text allows. There is a sentence for every fault, also for
     * those that only the database finds.
     */
    public String explain(Column column, CellFault fault, RowCells cells) {
        return switch (fault) {
            case SCHEME_MISMATCH ->
                column == Column.PARENT_GATEWAY && MissingValue.isOne(EnteredText.trimmed(cells.parentGateway()))
                        ? NO_PARENT
                        : identifiers.explain(IdentifierFault.SCHEME_MISMATCH, cells.get(column));
            case CHECK_DIGIT -> checkDigit(cells.get(column));
            case BLANK ->
                MissingValue.isErrorValue(EnteredText.trimmed(cells.get(column)))
                        ? errorValue(column)
                        : fault.detail(column);
            default -> fault.detail(column);
        };
    }

    /** A sentence about one faulty cell of a stored row, which may have had too few or too many cells. */
    public String explain(Column column, EnrollmentRow row) {
        CellFault fault = Objects.requireNonNull(row.faults().get(column), "the cell is faulty");
        return fault == CellFault.CELL_COUNT && row.oddCells() != null
                ? "This row has " + row.oddCells()
                        + ". Check all its cells: they may have shifted. Then enter the identifier "
                        + "again, or delete the row."
                : explain(column, fault, row.cells());
    }

    private String checkDigit(String entered) {
        return identifiers.fitsWithZero(entered) && !this.column.hasFullImeis()
                ? "This list has lost its leading zeros, or its IMEIs have no check digits: with a 0 before it, this IMEI has a "
                        + "correct check digit, and so have the others. Enter all 15 digits."
                : identifiers.explain(IdentifierFault.CHECK_DIGIT, entered);
    }

    private static String errorValue(Column column) {
        return "A spreadsheet wrote an error value instead of the " + column.title() + ". Enter it.";
    }

    /**
     * What can repair a faulty cell, the most likely first, at most one of each kind. Each repair makes the cell valid
     * by the row's own rules. Only the database knows whether the new text is a duplicate of another row.
     *
     * @param fault the cell's fault, also if the database found it
     * @return empty if only a person who knows the right text can repair the cell
     */
    public List<Repair> repairs(Column column, CellFault fault, RowCells cells) {
        return new CellRepairs(this, identifiers, this.column).of(column, fault, cells);
    }

    private @Nullable CellFault identifierFault(String entered) {
        return identifiers.check(entered).map(CellFault::of).orElse(null);
    }

    /** Several blanks in a row count as one, because people do not see the difference between such names. */
    private static String comparedName(String entered) {
        return BLANKS.matcher(EnteredText.folded(entered)).replaceAll(" ");
    }

    /** The error value of a spreadsheet counts as no name. */
    private static @Nullable CellFault nameFault(String entered) {
        String name = EnteredText.trimmed(entered);
        if (name.isEmpty() || MissingValue.isErrorValue(name)) {
            return CellFault.BLANK;
        }
        if (name.length() > MAX_NAME_LENGTH) {
            return CellFault.TOO_LONG;
        }
        return name.codePoints().anyMatch(RowRules::isControl) ? CellFault.UNPRINTABLE : null;
    }

    private static @Nullable CellFault typeFault(String entered, @Nullable DeviceType type) {
        if (EnteredText.isBlank(entered)) {
            return CellFault.BLANK;
        }
        return type == null ? CellFault.UNKNOWN_TYPE : null;
    }

    /** A peripheral may have no gateway. If the type itself is unknown, the parent is judged like a peripheral's. */
    private @Nullable CellFault parentFault(String entered, @Nullable DeviceType type) {
        if (EnteredText.isBlank(entered)) {
            return null;
        }
        if (type == DeviceType.GATEWAY || type == DeviceType.STANDALONE) {
            return CellFault.PARENT_NOT_ALLOWED;
        }
        return identifierFault(entered);
    }

    /** Control characters, line and paragraph separators, lone surrogates, and marks that reorder text (UAX #9). */
    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
        };
    }
}
