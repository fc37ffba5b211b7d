package dev.muster.domain.enrollment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Reads the header line and the first row of a file from its first bytes, which may end anywhere. */
final class OpeningReading {
    private final ImportLimits limits;
    private final byte[] opening;

    OpeningReading(InputStream start, ImportLimits limits) throws IOException {
        this.limits = limits;
        this.opening = start.readNBytes(HeaderPreview.OPENING_LENGTH);
    }

    HeaderPreview preview() throws IOException, ImportRefusedException {
        InputStream whole = new ByteArrayInputStream(opening, 0, lengthOfWholeCharacters());
        RecordReading reading = new RecordReading(new FileText(whole, limits.maxBytes()), limits);
        FileHeader header = reading.opening(new HeaderNames(Map.of()));
        refuse(header.errors().stream()
                .filter(error -> error.fault() != FileFault.MISSING_HEADER)
                .toList());
        return new HeaderPreview(header.names(), header.places(), header.missing(), firstRow(reading, header));
    }

    /** What ends with an opening of full length has more behind it, most likely. */
    private List<String> firstRow(RecordReading reading, FileHeader header) throws IOException, ImportRefusedException {
        RawRecord first;
        try {
            first = reading.next();
        } catch (ImportRefusedException e) {
            refuse(e.errors().stream()
                    .filter(error -> error.fault() != FileFault.UNCLOSED_QUOTE)
                    .toList());
            return List.of();
        }
        boolean isCut = opening.length == HeaderPreview.OPENING_LENGTH && reading.endedWithFile();
        return first == null || isCut ? List.of() : List.of(header.parser().cells(first));
    }

    private static void refuse(List<FileError> errors) throws ImportRefusedException {
        if (!errors.isEmpty()) {
            throw new ImportRefusedException(errors);
        }
    }

    /** Leaves out the beginning of a character that the opening ends in (RFC 3629 section 3): at most three bytes. */
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
