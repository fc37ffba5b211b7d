package dev.muster.domain.enrollment.row;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in the identifiers of one import, also in rows that were corrected or deleted since. One cell cannot
 * tell what a spreadsheet did to its column, and neither can the few rows that are left at the end. The evidence only
 * grows. See ADR 012.
 *
 * @param shortImeis the most IMEIs of 14 digits that the import had at one time
 * @param zeroImeis how many of these have a right check digit with a zero before them
 * @param imeiPrefixes for every IMEI that cannot have lost a zero, its first two digits (the reporting body, GSMA
 *     TS.06); for every IMEI that can have lost one, a plus and its first digit
 * @param keptZeros whether the file has a serial number that begins with a zero and consists of two or more digits only
 * @param shortestNumber digits of the shortest serial number that the pattern does not accept; 0 if there is none
 * @param longestNumber digits of the longest such number, or of a longer number that the pattern accepts; 0 if there is
 *     none
 */
public record ColumnEvidence(
        int shortImeis,
        int zeroImeis,
        Set<String> imeiPrefixes,
        boolean keptZeros,
        int shortestNumber,
        int longestNumber) {

    public static final ColumnEvidence NONE = new ColumnEvidence(0, 0, Set.of(), false, 0, 0);

    private static final int FIELDS = 6;

    /** Copies the prefixes. */
    public ColumnEvidence {
        imeiPrefixes = Set.copyOf(imeiPrefixes);
    }

    /** Reads what {@link #text()} wrote. Null and an empty text mean that nothing was seen. */
    public static ColumnEvidence parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        String[] fields = text.split(" ", FIELDS);
        Set<String> prefixes = fields[5].isEmpty() ? Set.of() : Set.of(fields[5].split(","));
        return new ColumnEvidence(
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                prefixes,
                Boolean.parseBoolean(fields[2]),
                Integer.parseInt(fields[3]),
                Integer.parseInt(fields[4]));
    }

    /** As {@link #parse} reads it: ASCII, at most 400 characters. */
    public String text() {
        return String.join(
                " ",
                String.valueOf(shortImeis),
                String.valueOf(zeroImeis),
                String.valueOf(keptZeros),
                String.valueOf(shortestNumber),
                String.valueOf(longestNumber),
                String.join(",", new TreeSet<>(imeiPrefixes)));
    }

    /** This evidence with the counts of the rows as they are now. */
    public ColumnEvidence with(DraftCounts counts) {
        boolean isMore = counts.shortImeis() >= shortImeis;
        return new ColumnEvidence(
                isMore ? counts.shortImeis() : shortImeis,
                isMore ? counts.zeroImeis() : zeroImeis,
                union(counts.imeiPrefixes()),
                keptZeros,
                shortestNumber,
                longestNumber);
    }

    private Set<String> union(Collection<String> more) {
        Set<String> all = new TreeSet<>(imeiPrefixes);
        all.addAll(more);
        return all;
    }
}
