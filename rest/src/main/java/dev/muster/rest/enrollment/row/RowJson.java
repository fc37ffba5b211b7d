package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.Repair;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.enrollment.row.RowRules;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row of an import with its cells as entered.
 *
 * @param id names the row in paths
 * @param row counts records from 1 and stays after deletions
 * @param line of the file on which the record began
 * @param version for {@code If-Match}
 */
@Schema(name = "EnrollmentRow")
@JsonbPropertyOrder({
    "id",
    "row",
    "line",
    "version",
    "uniqueIdentifier",
    "deviceName",
    "deviceType",
    "parentGateway",
    "errors"
})
public record RowJson(
        int id,
        int row,
        long line,
        int version,
        String uniqueIdentifier,
        String deviceName,
        String deviceType,
        String parentGateway,
        List<CellErrorJson> errors) {

    /** What is wrong with a cell, and its repairs, the likeliest first. */
    @Schema(name = "CellError")
    @JsonbPropertyOrder({"column", "code", "detail", "repairs"})
    public record CellErrorJson(String column, String code, String detail, List<RepairJson> repairs) {}

    /** One way to repair a cell: the value that it would have. */
    @Schema(name = "Repair")
    @JsonbPropertyOrder({"kind", "label", "value"})
    public record RepairJson(RepairKind kind, String label, String value) {

        static RepairJson of(Repair repair) {
            return new RepairJson(repair.kind(), repair.label(), repair.value());
        }
    }

    static RowJson of(EnrollmentRow row, RowRules rules) {
        RowCells cells = row.cells();
        return new RowJson(
                row.number(),
                row.number(),
                row.line(),
                row.version(),
                cells.uniqueIdentifier(),
                cells.deviceName(),
                cells.deviceType(),
                cells.parentGateway(),
                errors(row, rules));
    }

    private static List<CellErrorJson> errors(EnrollmentRow row, RowRules rules) {
        List<CellErrorJson> errors = new ArrayList<>();
        for (Column column : Column.values()) {
            CellFault fault = row.faults().get(column);
            if (fault != null) {
                String detail = rules.explain(column, row);
                List<RepairJson> repairs = rules.repairs(column, fault, row.cells()).stream()
                        .map(RepairJson::of)
                        .toList();
                errors.add(new CellErrorJson(column.header(), fault.code(), detail, repairs));
            }
        }
        return errors;
    }
}
