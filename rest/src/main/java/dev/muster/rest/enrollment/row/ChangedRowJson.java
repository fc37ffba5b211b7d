package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.rest.enrollment.ImportJson;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of changing one row.
 *
 * @param row as it is now; absent if it was deleted
 * @param draft with its new counts
 */
@Schema(name = "RowChange")
@JsonbPropertyOrder({"row", "draft"})
public record ChangedRowJson(RowJson row, ImportJson draft) {

    static ChangedRowJson of(RowJson row, DeviceImport draft) {
        return new ChangedRowJson(row, ImportJson.of(draft));
    }
}
