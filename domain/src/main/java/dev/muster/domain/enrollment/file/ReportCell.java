package dev.muster.domain.enrollment.file;

import com.google.re2j.Pattern;
import dev.muster.domain.shared.NeutralCell;

/**
 * A cell of a report, which a spreadsheet opens and saves. A cell begins with an apostrophe, which makes it text, if
 * the spreadsheet would run it as a formula, or would take it for a number or a date and change it. If such a cell
 * already begins with apostrophes, it gets one more. So reading removes exactly what writing added.
 */
final class ReportCell {
    private static final String MONTH =
            "(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
                    + "|SEP(?:TEMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)";

    private static final Pattern CHANGED = Pattern.compile("(?i)[0-9]{12,}|0[0-9]+"
            + "|[0-9]+(?:[.,][0-9]+)?E[+-]?[0-9]+"
            + "|[0-9]*[.,][0-9]*0|0[0-9]+[.,][0-9]*|[0-9]{1,3}(?:[., ][0-9]{3})+"
            + "|[0-9]{1,4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,4})?"
            + "|[0-9]{1,2}[- ]?" + MONTH + "[- ]?[0-9]*|" + MONTH + "[- ]?[0-9]+"
            + "|[0-9]{1,4}:[0-9]{2}(?::[0-9]{2})?|TRUE|FALSE");

    private ReportCell() {}

    /** The cell as a spreadsheet keeps it. {@link dev.muster.domain.shared.CsvCell} guards formulas. */
    static String asText(String cell) {
        return isChanged(cell) ? "'" + cell : cell;
    }

    /** The cell that {@link #asText} wrote so; the text itself if it wrote no apostrophe. */
    static String read(String text) {
        return text.startsWith("'") && isChanged(text) ? text.substring(1) : NeutralCell.read(text);
    }

    private static boolean isChanged(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return start < text.length() && CHANGED.matches(text.substring(start));
    }
}
