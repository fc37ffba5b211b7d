package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.shared.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the report of an import: its rows as entered, with what became of them. A person can correct the report in any
 * editor and import it again, see {@link ImportFileReader}.
 *
 * <p>A cell begins with an apostrophe if a spreadsheet would take it for a formula, or would change it as a number or a
 * date. The writer keeps nothing, so memory does not grow with the report. Not for several threads at once.
 */
public final class ReportWriter {
    static final String STATUS = "status";
    static final String ERRORS = "errors";

    /** No cell may be longer than an import takes. Longer errors are cut at the end, because no import reads them. */
    private static final int MAX_ERRORS_LENGTH = ImportLimits.DEFAULT.maxCellLength();

    private final CsvWriter lines;

    /**
     * Writes the byte order mark and the header line.
     *
     * @param target encodes as UTF-8; neither flushed nor closed here
     */
    public ReportWriter(Writer target) throws IOException {
        String columns = Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(","));
        lines = new CsvWriter(target).header(columns + "," + STATUS + "," + ERRORS);
    }

    /** What is wrong with a cell, as the column {@code errors} has it: {@code deviceName: The device name ...}. */
    public static String error(Column column, String sentence) {
        return column.header() + ": " + sentence;
    }

    /**
     * Writes a row.
     *
     * @param errors each as {@link #error} makes it; empty if the row has none
     */
    public void write(RowCells cells, ReportStatus status, List<String> errors) throws IOException {
        List<String> line = new ArrayList<>();
        for (Column column : Column.values()) {
            line.add(ReportCell.asText(cells.get(column)));
        }
        line.add(status.text());
        line.add(cut(String.join("; ", errors)));
        lines.row(line.toArray());
    }

    private static String cut(String errors) {
        if (errors.length() <= MAX_ERRORS_LENGTH) {
            return errors;
        }
        int end = MAX_ERRORS_LENGTH - 2;
        return errors.substring(0, Character.isHighSurrogate(errors.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
