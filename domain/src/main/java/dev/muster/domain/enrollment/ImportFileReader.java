package dev.muster.domain.enrollment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads an import file (RFC 4180, read as csv-interpretation.md says) and hands on its rows one by one, as entered and
 * unjudged. Memory is bounded by the limits on one record and does not grow with the file. Safe for any number of
 * threads; the stream is not closed.
 */
public final class ImportFileReader {
    private final ImportLimits limits;

    public ImportFileReader(ImportLimits limits) {
        this.limits = limits;
    }

    /** As {@link #read(InputStream, Map, Consumer)}, with Muster's own header names. */
    public FileReading read(InputStream file, Consumer<FileRow> rows) throws IOException, ImportRefusedException {
        return read(file, Map.of(), rows);
    }

    /**
     * @param file the bytes of the file: UTF-8 with or without a byte order mark
     * @param headerMapping which of the file's headers is which column, compared without case and surrounding blanks;
     *     a column that is not named here is known by its own name; empty where the file has Muster's headers
     * @param rows takes each row in the order of the file, on the calling thread; what it throws ends the reading
     * @throws ImportRefusedException where the file as a whole cannot be taken, also after rows were handed on
     * @throws IOException where the stream breaks off
     */
    public FileReading read(InputStream file, Map<String, Column> headerMapping, Consumer<FileRow> rows)
            throws IOException, ImportRefusedException {
        RecordReading reading = new RecordReading(new FileText(file, limits.maxBytes()), limits);
        FileHeader header = reading.header(new HeaderNames(headerMapping));
        int number = 0;
        for (RawRecord record = reading.next(); record != null; record = reading.next()) {
            if (number == limits.maxRows()) {
                throw tooManyRows(record.line(), number + 1L + reading.countRest());
            }
            rows.accept(header.row(++number, record));
        }
        if (number == 0) {
            throw new ImportRefusedException(
                    header.line(), FileFault.NO_ROWS, "The file has a header line and no rows below it.");
        }
        return new FileReading(number, reading.blankLines(), reading.warnings(header));
    }

    private ImportRefusedException tooManyRows(long line, long came) {
        return new ImportRefusedException(
                line,
                FileFault.TOO_MANY_ROWS,
                Sentences.limit("The file has", came, "rows", limits.maxRows()) + " Import it in parts.");
    }
}
