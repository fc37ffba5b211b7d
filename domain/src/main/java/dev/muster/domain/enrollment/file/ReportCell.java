package dev.muster.domain.enrollment.file;

import com.google.re2j.Pattern;
import dev.muster.domain.shared.NeutralCell;

/**
 * A cell of a report, which a spreadsheet opens and saves. What it would run as a formula, or take for a number or a date
 * and write otherwise, begins with an apostrophe, which makes it text. A cell that begins with apostrophes and then with
 * such text gets one more, so that reading takes off exactly what writing put on.
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

    /** The cell as a spreadsheet keeps it; against formulas {@link dev.muster.domain.shared.CsvCell} sees to it. */
    static String asText(String cell) {
        return isChanged(cell) ? "'" + cell : cell;
    }

    /** Of any cell of a report the cell that was written so, or the text itself. */
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
