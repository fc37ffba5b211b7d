package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.BatchStatus;
import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.rest.shared.NamedId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import.
 *
 * @param invalidPages ranges of pages with invalid cells, from 0, for the {@code size} asked for; not in lists
 * @param truncated true where there are more ranges, else absent
 * @param progress per cent of the work that is under way; 100 where none is
 */
@JsonbPropertyOrder({
    "id",
    "status",
    "rows",
    "invalidCells",
    "invalidPages",
    "truncated",
    "warnings",
    "progress",
    "manufacturer",
    "fileName",
    "createdAt",
    "committedAt"
})
public record ImportJson(
        UUID id,
        BatchStatus status,
        int rows,
        int invalidCells,
        List<List<Integer>> invalidPages,
        Boolean truncated,
        List<String> warnings,
        int progress,
        NamedId manufacturer,
        String fileName,
        Instant createdAt,
        Instant committedAt) {

    private static final int DONE = 100;

    static ImportJson of(EnrollmentBatch batch) {
        return of(batch, null, null);
    }

    static ImportJson of(EnrollmentBatch batch, List<Integer> invalidPages) {
        PageRanges pages = PageRanges.of(invalidPages);
        return of(batch, pages.ranges(), pages.truncated() ? true : null);
    }

    private static ImportJson of(EnrollmentBatch batch, List<List<Integer>> invalidPages, Boolean truncated) {
        return new ImportJson(
                batch.id(),
                batch.status(),
                batch.rowCount(),
                batch.invalidCells(),
                invalidPages,
                truncated,
                batch.warnings(),
                DONE,
                new NamedId(batch.manufacturer().id(), batch.manufacturer().name()),
                batch.fileName(),
                batch.createdAt(),
                batch.committedAt());
    }
}
