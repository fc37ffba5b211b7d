package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.csv.FileFault;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.csv.RawRecord;
import dev.muster.domain.enrollment.csv.RecordParser;
import java.io.IOException;

/** Finds a file whose rows have another separator than its header line: each row would be one cell. */
final class SeparatorCheck {
    private static final String SEPARATORS = RecordReading.SEPARATORS + "|";

    private SeparatorCheck() {}

    /** @throws ImportRefusedException if the first row is one cell, and another separator parts it as the header line */
    static void refuseOther(FileHeader header, RawRecord first) throws IOException, ImportRefusedException {
        char expected = header.parser().separator();
        if (header.names().size() == 1 || header.parser().cells(first).length != 1) {
            return;
        }
        for (char separator : SEPARATORS.toCharArray()) {
            if (separator != expected
                    && parts(first, separator) == header.names().size()) {
                throw new ImportRefusedException(
                        first.line(),
                        FileFault.UNKNOWN_SEPARATOR,
                        "The header line (line " + header.line() + ") was read as "
                                + header.names().size()
                                + " columns separated by " + HeaderDiagnosis.separatorName(expected) + ", but line "
                                + first.line() + " is separated by " + HeaderDiagnosis.separatorName(separator)
                                + ". Export the file again with one separator throughout.");
            }
        }
    }

    private static int parts(RawRecord record, char separator) throws IOException {
        return new RecordParser(separator).cells(record).length;
    }
}
