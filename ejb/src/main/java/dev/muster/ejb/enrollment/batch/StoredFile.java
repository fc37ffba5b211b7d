package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.enrollment.file.ColumnObserver;
import dev.muster.domain.enrollment.file.FileReading;
import dev.muster.domain.enrollment.file.FileWarning;
import dev.muster.domain.enrollment.row.ColumnEvidence;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file whose rows are all in the database.
 *
 * @param warnings of the file, then of its identifiers
 * @param evidence what the file shows about its column of identifiers
 */
public record StoredFile(FileReading reading, List<FileWarning> warnings, ColumnEvidence evidence) {

    public static StoredFile of(FileReading reading, ColumnObserver column) {
        List<FileWarning> warnings = Stream.concat(reading.warnings().stream(), column.warnings().stream())
                .toList();
        return new StoredFile(reading, warnings, column.evidence());
    }
}
