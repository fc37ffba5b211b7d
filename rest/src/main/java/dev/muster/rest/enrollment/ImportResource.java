package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.enrollment.UploadService;
import dev.muster.ejb.enrollment.batch.ImportSource;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.device.ChosenModel;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.PageSize;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An organization's imports: they receive a file as a draft, show the import, and discard or withdraw it. */
@Path("organizations/{organizationId}/imports")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class ImportResource {

    private static final String CSV = "text/csv";

    @Inject
    private ImportService imports;

    @Inject
    private UploadService uploads;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @POST
    @Consumes(CSV)
    @Operation(
            summary = "Import a file as a draft; the body is read as a stream; 202 if its rows are still being checked")
    public Response uploadImport(
            @QueryParam("manufacturer") @Parameter(description = "The id of the manufacturer of the devices")
                    String manufacturer,
            @QueryParam("name")
                    @Parameter(
                            description =
                                    "The name of the file in the list of imports; it ends in .csv, .txt or .tsv, or has no extension")
                    String name,
            @QueryParam("map")
                    @Parameter(
                            description =
                                    "theirHeader:ourColumn, once for each column that has another name in the file")
                    List<String> map,
            @QueryParam("header")
                    @Parameter(
                            description = "The number of the header line, from 1, if title lines stand above it;"
                                    + " default: the first line that is not blank")
                    String header,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
            @BeanParam PageSize pages,
            InputStream body) {
        Caller manager = caller.get();
        manager.requireOrganization(organizationId);
        int size = pages.rows();
        UUID manufacturerId = QueryParameters.requiredId("manufacturer", manufacturer);
        ImportSource source = new ImportSource(
                manufacturerId, name, bytes(length), MapParameter.parse(map), headerLine(header), body);
        DeviceImport draft = uploads.upload(manager, organizationId, source);
        String path = "organizations/" + organizationId + "/imports/" + draft.id();
        return draft.isDraft() ? Created.at(path, shape(draft, size)) : Created.later(path, shape(draft, size));
    }

    /** @throws ProblemException {@code validation-failed} if it is not the number of a line */
    private static int headerLine(String header) {
        int line = QueryParameters.integer("header", header, 1);
        if (line < 1) {
            throw ProblemException.invalid("The query parameter header must be the number of a line, from 1.");
        }
        return header == null ? 0 : line;
    }

    /** Only for the progress; 0, which means unknown, if the header is not readable. */
    private static long bytes(String contentLength) {
        return contentLength == null || !contentLength.matches("\\d{1,18}") ? 0 : Long.parseLong(contentLength);
    }

    @GET
    @Operation(summary = "List the imports, newest first")
    public Listing<ImportJson> listImports(
            @QueryParam("search")
                    @Parameter(description = "A part of the name of the file or the manufacturer, ignoring case")
                    String search,
            @QueryParam("status") @Parameter(description = "Only imports with this status, such as DRAFT")
                    String status,
            @BeanParam Paging paging) {
        ShownStatus wanted = QueryParameters.constant("status", status, ShownStatus.class);
        return Listing.of(
                imports.list(caller.get(), organizationId, search, ShownStatus.statuses(wanted), paging.request()),
                ImportJson::of);
    }

    @GET
    @Path("{importId}")
    @Operation(summary = "One import, with the pages of the given size that have invalid cells")
    public ImportJson getImport(@PathParam("importId") UUID importId, @BeanParam PageSize pages) {
        int size = pages.rows();
        return shape(imports.get(caller.get(), organizationId, importId), size);
    }

    @PATCH
    @Path("{importId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(summary = "Set what a second valid proof does for the devices of a draft or a committed import")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportUpdate")))
    public ImportJson changeImport(@PathParam("importId") UUID importId, InputStream body) {
        caller.get().requireOrganization(organizationId);
        ReprovisioningPolicy policy = ChangedImport.read(body).reprovisioningPolicy();
        return ImportJson.of(imports.reprovisionBy(caller.get(), organizationId, importId, policy));
    }

    @PUT
    @Path("{importId}/model")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set the model that new devices of the import get; null for the default model of their type")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DeviceModelChoice")))
    public ImportJson chooseImportModel(
            @PathParam("importId") UUID importId, @BeanParam PageSize pages, InputStream body) {
        int size = pages.rows();
        imports.get(caller.get(), organizationId, importId);
        UUID model = ChosenModel.read(body).model();
        return shape(imports.choose(caller.get(), organizationId, importId, model), size);
    }

    @DELETE
    @Path("{importId}")
    @Operation(
            summary = "Discard a draft, stop a running import, or withdraw an import that has no provisioned devices")
    public void discardImport(@PathParam("importId") UUID importId) {
        imports.discard(caller.get(), organizationId, importId);
    }

    private ImportJson shape(DeviceImport draft, int size) {
        return ImportJson.of(
                draft,
                imports.invalidPages(caller.get(), organizationId, draft.id(), size),
                imports.warning(caller.get(), organizationId, draft.id()).orElse(null));
    }
}
