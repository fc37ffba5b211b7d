package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.ChosenRows;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.RowFilter;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.draft.DraftChangeOutcome;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.enrollment.ImportJson;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes or deletes many rows of a draft at once. */
@Path("organizations/{organizationId}/imports/{importId}/changes")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ChangeResource {

    @Inject
    private DraftChangeService drafts;

    @Inject
    private ApiCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set a cell, replace a part of a text or delete, in many rows",
            description = "Send rows (at most 500 numbers) or found (search, invalid and fault, as for the list of"
                    + " rows; {} for all rows), and one of set, replace and delete. Or send keepFirst with uniqueIdentifier or"
                    + " deviceName: of each group of duplicates the first row of those with the fewest faults stays, and"
                    + " the others are deleted.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RowsUpdate")))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RowsChanged")))
    @APIResponse(responseCode = "202", ref = "ChangeGoesOn")
    public Response changeRows(
            @PathParam("organizationId") UUID organizationId, @PathParam("importId") UUID importId, InputStream body) {
        caller.get().requireOrganization(organizationId);
        JsonBody json = JsonBody.read(body, "rows", "found", "set", "replace", "delete", "keepFirst", "change");
        Integer seen = json.integer("change");
        DraftChangeOutcome outcome = drafts.change(
                caller.get(),
                organizationId,
                importId,
                change(json),
                seen == null ? OptionalInt.empty() : OptionalInt.of(seen));
        ImportJson draft = ImportJson.of(outcome.draft());
        return outcome.isGoingOn()
                ? Response.accepted(draft).build()
                : Response.ok(new ChangedRowsJson(outcome.changed(), draft)).build();
    }

    private static DraftChange change(JsonBody json) {
        if (Stream.of("set", "replace", "delete", "keepFirst")
                        .filter(name -> !json.isNull(name))
                        .count()
                != 1) {
            throw ProblemException.invalid("Send one of set, replace, delete and keepFirst.");
        }
        if (!json.isNull("keepFirst")) {
            return keepFirst(json);
        }
        ChosenRows rows = rows(json);
        JsonBody set = json.object("set", "column", "value");
        JsonBody replace = json.object("replace", "column", "part", "by");
        if (set != null) {
            return new DraftChange.Put(rows, column(set.text("column")), set.text("value"));
        }
        if (replace != null) {
            return new DraftChange.Replace(
                    rows, column(replace.text("column")), replace.text("part"), replace.text("by"));
        }
        if (!json.flag("delete")) {
            throw ProblemException.invalid("The member delete must be true.");
        }
        return new DraftChange.Delete(rows);
    }

    private static DraftChange keepFirst(JsonBody json) {
        Column column = column(json.text("keepFirst"));
        boolean isCompared = column == Column.UNIQUE_IDENTIFIER || column == Column.DEVICE_NAME;
        if (!isCompared || !json.isNull("rows") || !json.isNull("found")) {
            throw ProblemException.invalid(
                    "The member keepFirst must be uniqueIdentifier or deviceName, without rows and found.");
        }
        return new DraftChange.KeepFirst(column);
    }

    private static ChosenRows rows(JsonBody json) {
        List<Integer> numbers = json.integers("rows");
        JsonBody found = json.object("found", "search", "invalid", "fault");
        if ((numbers == null) == (found == null)) {
            throw ProblemException.invalid("Send rows or found.");
        }
        if (numbers != null) {
            return new ChosenRows.Numbered(numbers);
        }
        String fault = found.text("fault", null);
        return new ChosenRows.Found(new RowFilter(
                found.flag("invalid"), found.text("search", null), fault == null ? null : RowSelection.fault(fault)));
    }

    private static Column column(String header) {
        return Column.ofHeader(header)
                .orElseThrow(() -> ProblemException.invalid("The column must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(Column.values())
                                        .map(Column::header)
                                        .toList())
                        + "."));
    }

    /** Which rows to change, and how, for the API's description. */
    @Schema(name = "RowsUpdate")
    public record RowsUpdateJson(
            List<Integer> rows,
            FoundJson found,
            SetJson set,
            ReplaceJson replace,
            boolean delete,
            String keepFirst,
            Integer change) {

        /** All rows that a search finds. */
        @Schema(name = "FoundRows")
        public record FoundJson(String search, boolean invalid, String fault) {}

        /** The new text of a cell. */
        @Schema(name = "CellUpdate")
        public record SetJson(String column, String value) {}

        /** A part of the text of a cell, and the text that replaces it. */
        @Schema(name = "CellReplacement")
        public record ReplaceJson(String column, String part, String by) {}
    }

    /** How many rows were changed, and the import afterwards. */
    @Schema(name = "RowsChanged")
    public record ChangedRowsJson(int changed, ImportJson draft) {}
}
