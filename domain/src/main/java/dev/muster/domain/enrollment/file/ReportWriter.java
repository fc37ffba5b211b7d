package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.shared.CsvCell;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Writes the report of an import: its rows as entered, with what became of them. Mended in any editor it can be
 * imported again, see {@link ImportFileReader}.
 *
 * <p>RFC 4180 with commas and CRLF, and a byte order mark without which Excel would take it for windows-1252. A cell
 * that a spreadsheet would take for a formula, or change as a number or a date, begins with an apostrophe. Nothing is kept: memory does not grow with the
 * report. Not for several threads at once.
 */
public final class ReportWriter {
    static final String STATUS = "status";
    static final String ERRORS = "errors";

    /** No cell may be longer than an import takes; of the errors, which nobody reads back, the end is cut. */
    private static final int MAX_ERRORS_LENGTH = ImportLimits.DEFAULT.maxCellLength();

    private final Writer target;

    /**
     * Writes the byte order mark and the header line.
     *
     * @param target encodes as UTF-8; neither flushed nor closed here
     */
    public ReportWriter(Writer target) throws IOException {
        this.target = target;
        target.write('\uFEFF');
        StringJoiner header = new StringJoiner(",", "", "\r\n");
        Arrays.stream(Column.values()).map(Column::header).forEach(header::add);
        target.write(header.add(STATUS).add(ERRORS).toString());
    }

    /** What is wrong with a cell, as the column {@code errors} has it: {@code deviceName: The device name ...}. */
    public static String error(Column column, String sentence) {
        return column.header() + ": " + sentence;
    }

    /**
     * Writes a row.
     *
     * @param errors each as {@link #error} makes it; empty where there are none
     */
    public void write(RowCells cells, ReportStatus status, List<String> errors) throws IOException {
        StringJoiner record = new StringJoiner(",", "", "\r\n");
        for (Column column : Column.values()) {
            record.add(CsvCell.written(ReportCell.asText(cells.get(column))));
        }
        record.add(status.text()).add(CsvCell.written(cut(String.join("; ", errors))));
        target.write(record.toString());
    }

    private static String cut(String errors) {
        if (errors.length() <= MAX_ERRORS_LENGTH) {
            return errors;
        }
        int end = MAX_ERRORS_LENGTH - 2;
        return errors.substring(0, Character.isHighSurrogate(errors.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
