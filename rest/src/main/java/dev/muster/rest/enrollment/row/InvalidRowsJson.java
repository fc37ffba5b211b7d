package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.InvalidRows;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What happens to a draft if its invalid rows are deleted, or left out of a commit.
 *
 * @param changeNumber of the draft that was counted; send it as {@code change}
 * @param rows of the draft
 * @param invalidRows how many of them are invalid
 * @param duplicateRows how many of these have the identifier or the name of another row
 * @param duplicateGroups how many groups of such rows there are: 180 rows that are 90 pairs are 90 groups
 * @param all what happens if all invalid rows go, both of each pair included
 * @param keepFirst what happens if the first of each group stays
 */
@JsonbPropertyOrder({"changeNumber", "rows", "invalidRows", "duplicateRows", "duplicateGroups", "all", "keepFirst"})
public record InvalidRowsJson(
        int changeNumber,
        int rows,
        int invalidRows,
        int duplicateRows,
        int duplicateGroups,
        LossJson all,
        LossJson keepFirst) {

    /**
     * What goes.
     *
     * @param deleted rows that a deletion deletes
     * @param kept invalid rows that stay, and are valid then
     * @param losingGateway valid peripherals whose gateway goes: a deletion makes them invalid, a commit leaves them out
     * @param added rows that a commit of the valid rows makes enrollments
     * @param leftOut rows that it leaves to a new draft
     */
    @JsonbPropertyOrder({"deleted", "kept", "losingGateway", "added", "leftOut"})
    public record LossJson(int deleted, int kept, int losingGateway, int added, int leftOut) {

        static LossJson of(InvalidRows counts, boolean keepingFirst) {
            return new LossJson(
                    counts.deleted(keepingFirst),
                    counts.loss(keepingFirst).kept(),
                    counts.loss(keepingFirst).losingGateway(),
                    counts.added(keepingFirst),
                    counts.leftOut(keepingFirst));
        }
    }

    static InvalidRowsJson of(InvalidRows counts) {
        return new InvalidRowsJson(
                counts.changeNumber(),
                counts.rows(),
                counts.invalid(),
                counts.duplicates(),
                counts.groups(),
                LossJson.of(counts, false),
                LossJson.of(counts, true));
    }
}
