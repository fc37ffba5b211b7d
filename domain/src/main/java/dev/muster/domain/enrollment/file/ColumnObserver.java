package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.LostZeros;
import dev.muster.domain.enrollment.cell.Placeholder;
import dev.muster.domain.enrollment.cell.RoundedNumber;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.ColumnEvidence;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.SpreadsheetDebris;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks at the identifiers of one file as they come. Finds what they say about their column, and what its manager
 * should look at although no rule forbids it. Keeps only counts. Not for several threads at once.
 */
public final class ColumnObserver {
    private final IdentifierScheme scheme;
    private final Finding placeholders = new Finding();
    private final Finding groupAddresses = new Finding();
    private final Finding rounded = new Finding();
    private int longNumbers;
    private boolean keptZeros;
    private int shortestNumber;
    private int longestNumber;
    private int longestRightNumber;

    public ColumnObserver(IdentifierScheme scheme) {
        this.scheme = scheme;
    }

    /** Looks at the next row. */
    public void look(EnrollmentRow row) {
        String entered = row.cells().uniqueIdentifier();
        if (RoundedNumber.isLong(entered)) {
            longNumbers++;
            rounded.countIf(RoundedNumber.isOne(entered), row);
        }
        String normalized = row.normalizedIdentifier();
        if (normalized != null) {
            lookAtRight(row, entered, normalized);
        } else if (scheme == IdentifierScheme.SERIAL && row.faults().uniqueIdentifier() == CellFault.SCHEME_MISMATCH) {
            lookAtWrong(entered);
        }
    }

    private void lookAtRight(EnrollmentRow row, String entered, String normalized) {
        placeholders.countIf(Placeholder.isOne(normalized), row);
        groupAddresses.countIf(scheme == IdentifierScheme.MAC && isGroupAddress(normalized), row);
        if (scheme == IdentifierScheme.SERIAL && isDigits(entered)) {
            keptZeros |= entered.startsWith("0");
            longestRightNumber = Math.max(longestRightNumber, entered.length());
        }
    }

    private void lookAtWrong(String entered) {
        keptZeros |= entered.startsWith("0") && entered.length() > 1 && isDigits(entered);
        SpreadsheetDebris debris = SpreadsheetDebris.of(entered);
        String number = debris.inside() == null ? entered : debris.inside();
        if (LostZeros.isNumber(number)) {
            shortestNumber = shortestNumber == 0 ? number.length() : Math.min(shortestNumber, number.length());
            longestNumber = Math.max(longestNumber, number.length());
        }
    }

    /** What the file says about its column. */
    public ColumnEvidence evidence() {
        int longest = shortestNumber == 0 ? 0 : Math.max(longestNumber, longestRightNumber);
        return new ColumnEvidence(0, 0, Set.of(), keptZeros, shortestNumber, longest);
    }

    /** What its manager should look at; empty if there is nothing. */
    public List<FileWarning> warnings() {
        List<FileWarning> warnings = new ArrayList<>();
        if (rounded.rows > 0 && rounded.rows == longNumbers) {
            warnings.add(rounded.warning(
                    FileWarning.ROUNDED_NUMBERS,
                    "%s of 16 or more digits with only zeros from the sixteenth digit on. A spreadsheet has probably rounded "
                            + "them. Compare them with the devices' labels"));
        }
        if (placeholders.rows > 0) {
            warnings.add(placeholders.warning(
                    FileWarning.PLACEHOLDERS,
                    "%s that is probably a placeholder: the same digit throughout, or digits that count"));
        }
        if (groupAddresses.rows > 0) {
            warnings.add(groupAddresses.warning(
                    FileWarning.GROUP_ADDRESSES, "%s that is a multicast or broadcast address, which no device has"));
        }
        return warnings;
    }

    /** The bit I/G of the first octet (IEEE Std 802 section 8.2.2). */
    private static boolean isGroupAddress(String hex) {
        return Character.digit(hex.charAt(1), 16) % 2 == 1;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The rows with one finding. */
    private static final class Finding {
        private int rows;
        private long firstLine;

        void countIf(boolean isOne, EnrollmentRow row) {
            if (isOne) {
                firstLine = rows == 0 ? row.line() : firstLine;
                rows++;
            }
        }

        FileWarning warning(String code, String sentence) {
            String counted = rows == 1
                    ? "1 row has an identifier"
                    : String.format(Locale.ROOT, "%,d rows have an identifier", rows);
            return new FileWarning(code, sentence.formatted(counted) + " (first in line " + firstLine + ").");
        }
    }
}
