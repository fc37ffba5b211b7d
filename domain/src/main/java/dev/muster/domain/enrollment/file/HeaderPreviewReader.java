package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.csv.FileFault;
import dev.muster.domain.enrollment.csv.FileText;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.csv.RawRecord;
import dev.muster.domain.enrollment.csv.Sentences;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the header line and the first rows of a file from its first bytes, which may end anywhere. */
final class HeaderPreviewReader {
    private static final HeaderNames HEADERS = new HeaderNames(Map.of());

    private final ImportLimits limits;
    private final byte[] opening;
    private boolean isComplete;

    HeaderPreviewReader(InputStream start, ImportLimits limits) throws IOException {
        this.limits = limits;
        this.opening = start.readNBytes(HeaderPreview.OPENING_LENGTH);
    }

    /** @param headerLine from 1; 0 for the most likely line */
    HeaderPreview preview(int headerLine) throws IOException, ImportRefusedException {
        List<RawRecord> lines = lines();
        int chosen = headerLine > 0 ? headerLine : mostLikely(lines);
        RecordReading reading = reading();
        FileHeader header = reading.opening(HEADERS, chosen);
        refuse(header.duplicates());
        List<HeaderPreview.Row> rows = rows(reading, header);
        return new HeaderPreview(
                header.line(),
                lines.stream()
                        .map(line -> new HeaderPreview.Line(line.line(), Sentences.shortened(line.text())))
                        .toList(),
                header.names(),
                header.places(),
                header.missing(),
                ColumnGuess.of(
                        header.names(),
                        header.places(),
                        rows.stream().map(HeaderPreview.Row::cells).toList()),
                rows,
                isComplete);
    }

    /** The first lines, as far as they can be read: a title may hold anything. */
    private List<RawRecord> lines() throws IOException {
        List<RawRecord> lines = new ArrayList<>();
        try {
            RecordReading reading = reading();
            RawRecord line = reading.next();
            while (line != null && lines.size() < RecordReading.MOST_LINES_ABOVE) {
                lines.add(line);
                line = reading.next();
            }
        } catch (ImportRefusedException unreadable) {
            return lines;
        }
        return lines;
    }

    /** The line with all required columns; 0, for the first line, if the first has them or no line has. */
    private static int mostLikely(List<RawRecord> lines) throws IOException {
        for (RawRecord line : lines) {
            if (FileHeader.read(line, RecordReading.SEPARATORS, HEADERS).isUsable()) {
                return line == lines.getFirst() ? 0 : (int) line.line();
            }
        }
        return 0;
    }

    private RecordReading reading() throws IOException, ImportRefusedException {
        InputStream whole = new ByteArrayInputStream(opening, 0, lengthOfWholeCharacters());
        return new RecordReading(new FileText(whole, limits.maxBytes()), limits);
    }

    /** The first rows, as far as they are whole. */
    private List<HeaderPreview.Row> rows(RecordReading reading, FileHeader header)
            throws IOException, ImportRefusedException {
        List<HeaderPreview.Row> rows = new ArrayList<>();
        try {
            RawRecord record = next(reading);
            while (record != null && rows.size() < HeaderPreview.MOST_ROWS) {
                List<String> cells = header.shown(record);
                if (cells != null) {
                    rows.add(new HeaderPreview.Row(record.line(), cells));
                }
                record = next(reading);
            }
            isComplete = record == null && !isCut();
        } catch (ImportRefusedException e) {
            refuse(e.errors().stream()
                    .filter(error -> !mayBeOfTheCut(error.fault()))
                    .toList());
        }
        return rows;
    }

    /** A row that ends together with a full opening is probably incomplete. */
    private @Nullable RawRecord next(RecordReading reading) throws IOException, ImportRefusedException {
        RawRecord record = reading.next();
        return isCut() && reading.endedWithFile() ? null : record;
    }

    private boolean isCut() {
        return opening.length == HeaderPreview.OPENING_LENGTH;
    }

    /** The rest of the file may end the quote, and says how long the cell is. */
    private boolean mayBeOfTheCut(FileFault fault) {
        return fault == FileFault.UNCLOSED_QUOTE || isCut() && fault == FileFault.CELL_TOO_LONG;
    }

    private static void refuse(List<FileError> errors) throws ImportRefusedException {
        if (!errors.isEmpty()) {
            throw new ImportRefusedException(errors);
        }
    }

    /** Leaves out a character that the end of the opening cuts (RFC 3629 section 3): at most three bytes. */
    private int lengthOfWholeCharacters() {
        for (int back = 1; back <= Math.min(3, opening.length); back++) {
            int octet = opening[opening.length - back] & 0xFF;
            if (octet >= 0xC0) {
                int needed = octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : 2;
                return needed > back ? opening.length - back : opening.length;
            }
        }
        return opening.length;
    }
}
