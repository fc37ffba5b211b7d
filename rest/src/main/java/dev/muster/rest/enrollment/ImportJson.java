package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.InvalidPages;
import dev.muster.domain.organization.ReprovisioningPolicy;
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
 * @param failure why the last work on it ended early, absent where it did not
 * @param lastChange what {@code undo} would take back, absent where there is nothing
 * @param changeNumber counts changes, for {@code undo}
 * @param restOf the committed import that its rows were left out of, absent where it came from a file
 * @param model the model that its devices get when they are created, absent for the default of their type
 * @param reprovisioningPolicy what a second valid proof for one of its devices does, absent where the organization's
 *     policy holds
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
    "failure",
    "lastChange",
    "changeNumber",
    "restOf",
    "reprovisioningPolicy",
    "manufacturer",
    "model",
    "fileName",
    "createdAt",
    "committedAt"
})
public record ImportJson(
        UUID id,
        ImportStatus status,
        int rows,
        int invalidCells,
        List<List<Integer>> invalidPages,
        Boolean truncated,
        List<String> warnings,
        int progress,
        String failure,
        String lastChange,
        int changeNumber,
        UUID restOf,
        ReprovisioningPolicy reprovisioningPolicy,
        NamedId manufacturer,
        UUID model,
        String fileName,
        Instant createdAt,
        Instant committedAt) {

    public static ImportJson of(DeviceImport batch) {
        return of(batch, null, null);
    }

    public static ImportJson of(DeviceImport batch, InvalidPages pages) {
        List<List<Integer>> ranges = pages.ranges().stream()
                .map(range -> List.of(range.first(), range.last()))
                .toList();
        return of(batch, ranges, pages.truncated() ? true : null);
    }

    private static ImportJson of(DeviceImport batch, List<List<Integer>> invalidPages, Boolean truncated) {
        return new ImportJson(
                batch.id(),
                batch.status(),
                batch.rowCount(),
                batch.invalidCells(),
                invalidPages,
                truncated,
                batch.warnings(),
                batch.progress(),
                batch.failure(),
                batch.lastChange(),
                batch.changeNumber(),
                batch.restOf(),
                batch.reprovisioningPolicy(),
                new NamedId(batch.manufacturer().id(), batch.manufacturer().name()),
                batch.modelId(),
                batch.fileName(),
                batch.createdAt(),
                batch.committedAt());
    }
}
