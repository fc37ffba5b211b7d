package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.InvalidPages;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.rest.shared.NamedId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import.
 *
 * @param invalidPages ranges of pages with invalid cells, from 0, for the {@code size} asked for; not in lists
 * @param warnings what the server noticed in the file; in the answer of one draft also that its rows exceed the
 *     organization's quota of devices
 * @param truncated true if there are more ranges, otherwise absent
 * @param failure why the last work on it ended early; absent if it did not
 * @param lastChange the change that {@code undo} would undo; absent if there is no change
 * @param changeNumber counts changes, for {@code undo}
 * @param restOf the committed import that left these rows out; absent if the rows came from a file
 * @param model the model that its new devices get; absent for the default model of their type
 * @param application the application that its new devices join; absent for none
 * @param reprovisioningPolicy what a second valid proof for one of its devices does; absent if the organization's
 *     policy decides
 * @param progress per cent of the current work; 100 if there is no work
 */
@Schema(name = "DeviceImport")
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
    "application",
    "fileName",
    "createdAt",
    "committedAt"
})
public record ImportJson(
        UUID id,
        ShownStatus status,
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
        UUID application,
        String fileName,
        Instant createdAt,
        Instant committedAt) {

    public static ImportJson of(DeviceImport batch) {
        return of(batch, null, null, batch.warnings());
    }

    /** @param warning a sentence that is only true now, beside those of the file; null if there is none */
    static ImportJson of(DeviceImport batch, InvalidPages pages, String warning) {
        List<List<Integer>> ranges = pages.ranges().stream()
                .map(range -> List.of(range.first(), range.last()))
                .toList();
        List<String> warnings = Stream.concat(batch.warnings().stream(), Stream.ofNullable(warning))
                .toList();
        return of(batch, ranges, pages.more() > 0 ? true : null, warnings);
    }

    private static ImportJson of(
            DeviceImport batch, List<List<Integer>> invalidPages, Boolean truncated, List<String> warnings) {
        return new ImportJson(
                batch.id(),
                ShownStatus.of(batch.status()),
                batch.rowCount(),
                batch.invalidCells(),
                invalidPages,
                truncated,
                warnings,
                batch.progress(),
                batch.failure(),
                batch.lastChange(),
                batch.changeNumber(),
                batch.restOf(),
                batch.reprovisioningPolicy(),
                new NamedId(batch.manufacturer().id(), batch.manufacturer().name()),
                batch.modelId(),
                batch.applicationId(),
                batch.fileName(),
                batch.createdAt(),
                batch.committedAt());
    }
}
