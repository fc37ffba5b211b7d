package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.DraftService;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.enrollment.draft.EditedRow;
import dev.muster.ejb.enrollment.draft.RowAddress;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rows of an import; while it is a draft, they can be changed and deleted. */
@Path("organizations/{organizationId}/imports/{importId}/rows")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class RowResource {

    @Inject
    private ImportService imports;

    @Inject
    private DraftService drafts;

    @Inject
    private DraftChangeService changes;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @PathParam("importId")
    private UUID importId;

    @GET
    @Operation(
            summary = "The rows, in file order unless sorted",
            description = "invalid=true returns only rows with invalid cells. search (or contains) returns rows with a"
                    + " cell that contains the text, ignoring case. fault returns rows with a fault, such as deviceType:unknown-type. sort names a column; a minus before the column"
                    + " means descending order.")
    public Listing<RowJson> listRows(@BeanParam RowSelection selection, @BeanParam Paging paging) {
        DeviceImport batch = imports.get(caller.get(), organizationId, importId);
        RowRules rules = batch.rules();
        return Listing.of(
                imports.rows(caller.get(), organizationId, importId, selection.query(paging.request())),
                row -> RowJson.of(row, rules));
    }

    @PATCH
    @Path("{rowId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            summary = "Change cells of a row. Send If-Match with the row's version so that you do not overwrite another"
                    + " user's change")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RowUpdate")))
    public Response changeRow(
            @PathParam("rowId") int rowId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream body) {
        caller.get().requireOrganization(organizationId);
        EditedRow edited = drafts.edit(caller.get(), address(rowId), RowChanges.read(body), IfMatch.parse(ifMatch));
        RowJson row = RowJson.of(edited.row(), edited.draft().rules());
        return Response.ok(ChangedRowJson.of(row, edited.draft()))
                .tag(String.valueOf(row.version()))
                .build();
    }

    @DELETE
    @Path("{rowId}")
    @Operation(summary = "Delete a row; the other rows keep their numbers")
    public ChangedRowJson deleteRow(@PathParam("rowId") int rowId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ChangedRowJson.of(null, drafts.delete(caller.get(), address(rowId), IfMatch.parse(ifMatch)));
    }

    @DELETE
    @Operation(
            summary = "Delete the given rows, or every row with an invalid cell; the other rows keep their numbers",
            description = "Both rows of a pair of duplicates are invalid; keepFirst=true keeps the first row of each"
                    + " pair. GET impact counts the rows before you delete them.")
    @APIResponse(
            responseCode = "200",
            description = "Deleted",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RowChange")))
    @APIResponse(
            responseCode = "202",
            description = "There are many invalid rows: the deletion goes on in the background. The status is"
                    + " VALIDATING until it ends, then DRAFT",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RowChange")))
    public Response deleteRows(
            @QueryParam("row") @Parameter(description = "The number of a row; repeat it for each row")
                    List<String> rows,
            @QueryParam("invalid") @Parameter(description = "true deletes every row with an invalid cell")
                    String invalid,
            @QueryParam("keepFirst")
                    @Parameter(
                            description =
                                    "true keeps the first row of each group of duplicates; only with invalid=true")
                    String keepFirst,
            @QueryParam("change")
                    @Parameter(
                            description = "The changeNumber that you read: 409 if the draft has changed since; only"
                                    + " with invalid=true")
                    String change) {
        caller.get().requireOrganization(organizationId);
        boolean allInvalid = QueryParameters.flag("invalid", invalid);
        boolean keepingFirst = QueryParameters.flag("keepFirst", keepFirst);
        OptionalInt seen = QueryParameters.integer("change", change);
        if (allInvalid == !rows.isEmpty()) {
            throw ProblemException.invalid("Send ?row= with the number of each row, or send ?invalid=true.");
        }
        if (!allInvalid && (keepingFirst || seen.isPresent())) {
            throw ProblemException.invalid("The query parameters keepFirst and change need invalid=true.");
        }
        DeviceImport draft = allInvalid
                ? deleteInvalid(keepingFirst, seen)
                : drafts.deleteRows(caller.get(), organizationId, importId, numbers(rows));
        return Response.status(draft.isDraft() ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(ChangedRowJson.of(null, draft))
                .build();
    }

    private DeviceImport deleteInvalid(boolean keepingFirst, OptionalInt seen) {
        DraftChange deletion = new DraftChange.DeleteInvalid(keepingFirst);
        return changes.change(caller.get(), organizationId, importId, deletion, seen)
                .draft();
    }

    private static List<Integer> numbers(List<String> rows) {
        return rows.stream().map(row -> QueryParameters.integer("row", row, 0)).toList();
    }

    private RowAddress address(int rowId) {
        return new RowAddress(organizationId, importId, rowId);
    }

    /** The cells of a row, for the API's description; an absent cell does not change. */
    @Schema(name = "RowUpdate")
    public record CellsJson(String uniqueIdentifier, String deviceName, String deviceType, String parentGateway) {}
}
