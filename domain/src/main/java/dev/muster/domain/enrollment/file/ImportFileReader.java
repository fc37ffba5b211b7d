package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.csv.FileFault;
import dev.muster.domain.enrollment.csv.FileText;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.csv.RawRecord;
import dev.muster.domain.enrollment.csv.Sentences;
import dev.muster.domain.enrollment.row.FileRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads an import file (RFC 4180, as csv-interpretation.md interprets it) and hands on its rows one by one, as entered.
 * The rules have not judged them yet. The limits on one record bound the memory, which does not grow with the file.
 * Safe for any number of threads. The reader does not close the stream.
 *
 * <p>A file with both columns {@code status} and {@code errors} is a report of {@link ReportWriter} that was corrected
 * and is imported again. The reader removes the apostrophes that the report put before formulas and numbers. It skips
 * the rows that the report calls enrolled, and counts them in a warning.
 */
public final class ImportFileReader {
    private final ImportLimits limits;

    public ImportFileReader(ImportLimits limits) {
        this.limits = limits;
    }

    /** Like {@link #read(InputStream, Map, int, Consumer)}, with Muster's own header names in the first line. */
    public FileReading read(InputStream file, Consumer<FileRow> rows) throws IOException, ImportRefusedException {
        return read(file, Map.of(), 0, rows);
    }

    /**
     * Reads a file to its end.
     *
     * @param file the bytes of the file: UTF-8 with or without a byte order mark
     * @param headerMapping which of the file's headers is which column, compared without case and the blanks around it;
     *     a column that is not named here is known by its own name; empty if the file has Muster's headers
     * @param headerLine the line of the header, from 1; 0 for the first line that is not blank
     * @param rows takes each row in the order of the file, on the calling thread; an exception from it ends the reading
     * @throws ImportRefusedException if the whole file is refused, also after rows were handed on
     * @throws IOException if the stream breaks off
     */
    public FileReading read(InputStream file, Map<String, Column> headerMapping, int headerLine, Consumer<FileRow> rows)
            throws IOException, ImportRefusedException {
        RecordReading reading = new RecordReading(new FileText(file, limits.maxBytes()), limits);
        FileHeader header = reading.header(new HeaderNames(headerMapping), headerLine);
        int records = 0;
        int enrolled = 0;
        for (RawRecord record = reading.next(); record != null; record = reading.next()) {
            if (records == limits.maxRows()) {
                throw tooManyRows(record.line(), records + 1L + reading.countRest());
            }
            if (records == 0) {
                HeaderDiagnosis.refuseOtherSeparator(header, record);
            }
            FileRow row = header.row(++records, record);
            if (row == null) {
                enrolled++;
            } else {
                rows.accept(row);
            }
        }
        if (records == enrolled) {
            throw noRows(header.line(), enrolled);
        }
        return new FileReading(records - enrolled, reading.blankLines(), reading.warnings(header, enrolled));
    }

    /**
     * Says which columns a file has, so that a person can say which is which. Reads as {@link #read} does: separator,
     * {@code sep=} line, byte order mark, limits and refusals. But it accepts a missing column.
     *
     * @param start the file, or its first {@value HeaderPreview#OPENING_LENGTH} bytes, which may end in the middle of a
     *     record or of a character; the reader reads no more than these bytes
     * @param headerLine the line of the header, from 1; 0 for the first line that has all required columns, or for the
     *     first line that is not blank if no line has them
     * @throws ImportRefusedException if no header line can be read, if one of Muster's names is in it twice, or if the
     *     file is refused for its first row
     * @throws IOException if the stream breaks off
     */
    public HeaderPreview preview(InputStream start, int headerLine) throws IOException, ImportRefusedException {
        return new HeaderPreviewReader(start, limits).preview(headerLine);
    }

    private static ImportRefusedException noRows(long line, int enrolled) {
        String detail = enrolled == 0
                ? "The file has a header line and no rows below it."
                : "The file is a report that calls every row enrolled: nothing is left to import.";
        return new ImportRefusedException(line, FileFault.NO_ROWS, detail);
    }

    private ImportRefusedException tooManyRows(long line, long came) {
        return new ImportRefusedException(
                line,
                FileFault.TOO_MANY_ROWS,
                Sentences.limit("The file has", came, "rows", limits.maxRows()) + " Import it in parts.");
    }
}
