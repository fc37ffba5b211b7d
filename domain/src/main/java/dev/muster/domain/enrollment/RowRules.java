package dev.muster.domain.enrollment;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.manufacturer.IdentifierFault;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.shared.EnteredText;
import java.util.List;

/**
 * The rules that a row answers alone, the same for the preview, for an edit and for the commit. What depends on other
 * rows or on what is enrolled (twins, names taken, parents to be found) is asked of the database for all rows at once,
 * by the normal forms found here. Immutable and safe for any number of threads.
 */
public final class RowRules {
    /** Characters (UTF-16 code units) in a device name, counted after trimming. */
    public static final int MAX_NAME_LENGTH = 255;

    private final IdentifierRules identifiers;

    public RowRules(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    /** The most characters that a trimmed cell of this column may have. */
    public static int maxLength(Column column) {
        return column == Column.DEVICE_NAME ? MAX_NAME_LENGTH : IdentifierRules.MAX_LENGTH;
    }

    /** Judges a row as it came in a file: one with too few or too many cells is marked on its identifier as well. */
    public RowJudgement judge(FileRow row) {
        RowJudgement judged = judge(row.cells());
        if (!row.hasWrongCellCount()) {
            return judged;
        }
        RowFaults own = judged.faults();
        RowFaults marked = new RowFaults(CellFault.CELL_COUNT, own.deviceName(), own.deviceType(), own.parentGateway());
        return new RowJudgement(
                marked, null, judged.normalizedName(), judged.normalizedParent(), judged.deviceType(), 0);
    }

    /** Judges a row by its cells: of each cell the first fault in the order of csv-interpretation.md. */
    public RowJudgement judge(RowCells cells) {
        DeviceType type = DeviceType.parse(cells.deviceType()).orElse(null);
        RowFaults faults = new RowFaults(
                identifierFault(cells.uniqueIdentifier()),
                nameFault(cells.deviceName()),
                typeFault(cells.deviceType(), type),
                parentFault(cells.parentGateway(), type));
        boolean hasParent = !EnteredText.isBlank(cells.parentGateway());
        return new RowJudgement(
                faults,
                faults.uniqueIdentifier() == null ? identifiers.normalize(cells.uniqueIdentifier()) : null,
                faults.deviceName() == null ? EnteredText.folded(cells.deviceName()) : null,
                hasParent && faults.parentGateway() == null ? identifiers.normalize(cells.parentGateway()) : null,
                type,
                identifiers.imeiDigits(cells.uniqueIdentifier()));
    }

    /**
     * A sentence about one faulty cell, as exact as its text allows; for every fault, also those that only the
     * database finds.
     */
    public String explain(Column column, CellFault fault, RowCells cells) {
        return switch (fault) {
            case SCHEME_MISMATCH -> identifiers.explain(IdentifierFault.SCHEME_MISMATCH, cells.get(column));
            case CHECK_DIGIT -> identifiers.explain(IdentifierFault.CHECK_DIGIT, cells.get(column));
            default -> fault.detail(column);
        };
    }

    /**
     * What can mend a faulty cell, the likeliest first; no two of a kind. With each of them the cell has no fault any
     * more, as far as the row says by itself: whether the new text is another row's twin, the database says.
     *
     * @param fault what the cell was found guilty of, also by the database
     * @return empty where nothing can mend it but a person who knows
     */
    public List<Repair> repairs(Column column, CellFault fault, RowCells cells) {
        return new CellRepairs(this, identifiers).of(column, fault, cells);
    }

    private CellFault identifierFault(String entered) {
        return identifiers.check(entered).map(CellFault::of).orElse(null);
    }

    private static CellFault nameFault(String entered) {
        String name = EnteredText.trimmed(entered);
        if (name.isEmpty()) {
            return CellFault.BLANK;
        }
        if (name.length() > MAX_NAME_LENGTH) {
            return CellFault.TOO_LONG;
        }
        return name.codePoints().anyMatch(RowRules::isControl) ? CellFault.UNPRINTABLE : null;
    }

    private static CellFault typeFault(String entered, DeviceType type) {
        if (EnteredText.isBlank(entered)) {
            return CellFault.BLANK;
        }
        return type == null ? CellFault.UNKNOWN_TYPE : null;
    }

    /** A peripheral may name no gateway; where the type itself is unknown, the parent is not blamed for it. */
    private CellFault parentFault(String entered, DeviceType type) {
        if (EnteredText.isBlank(entered)) {
            return null;
        }
        if (type == DeviceType.GATEWAY || type == DeviceType.STANDALONE) {
            return CellFault.PARENT_NOT_ALLOWED;
        }
        return identifierFault(entered);
    }

    /** Control characters, line and paragraph separators, halves of pairs, and marks that reorder text (UAX #9). */
    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
        };
    }
}
