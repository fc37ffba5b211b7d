package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.ColumnEvidence;
import dev.muster.domain.enrollment.ColumnObserver;
import dev.muster.domain.enrollment.FileReading;
import dev.muster.domain.enrollment.FileWarning;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file whose rows are all in the database.
 *
 * @param warnings of the file, then of its identifiers
 * @param evidence what the file said of its column of identifiers
 */
record StoredFile(FileReading reading, List<FileWarning> warnings, ColumnEvidence evidence) {

    static StoredFile of(FileReading reading, ColumnObserver column) {
        List<FileWarning> warnings = Stream.concat(reading.warnings().stream(), column.warnings().stream())
                .toList();
        return new StoredFile(reading, warnings, column.evidence());
    }
}
