package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.InvalidRows;
import dev.muster.ejb.enrollment.InvalidRowService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what would happen to the invalid rows of a draft. */
@Path("organizations/{organizationId}/imports/{importId}/impact")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ImpactResource {

    @Inject
    private InvalidRowService rows;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(
            summary = "Count what deleting the invalid rows or committing the valid rows would do; 409 if the import is"
                    + " not a draft",
            description = "Rows with the same identifier or the same name are all invalid, so all of them would go."
                    + " keepFirst counts what happens if the first row of each group without another fault stays.")
    public InvalidRowsJson countInvalidRows(
            @PathParam("organizationId") UUID organizationId, @PathParam("importId") UUID importId) {
        return InvalidRowsJson.of(rows.count(caller.get(), organizationId, importId));
    }

    /**
     * What happens to a draft if its invalid rows are deleted, or left out of a commit.
     *
     * @param changeNumber of the draft that was counted; send it as {@code change}
     * @param rows of the draft
     * @param invalidRows how many of them are invalid
     * @param duplicateRows how many invalid rows have the identifier or the name of another row
     * @param duplicateGroups how many groups of such rows there are: 180 rows that are 90 pairs are 90 groups
     * @param all what happens if all invalid rows go, including both rows of each pair
     * @param keepFirst what happens if the first row of each group stays
     */
    @Schema(name = "InvalidRowImpact")
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
         * What the draft loses.
         *
         * @param deleted rows that a deletion deletes
         * @param kept invalid rows that stay and become valid
         * @param losingGateway valid peripherals whose gateway goes: a deletion makes them invalid, a commit leaves
         *     them out
         * @param added rows that become enrollments if the valid rows are committed
         * @param leftOut rows that such a commit leaves to a new draft
         */
        @Schema(name = "InvalidRowLoss")
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
}
