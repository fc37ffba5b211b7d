package dev.muster.rest.applications;

import dev.muster.domain.applications.Widget;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.applications.Dashboard;
import dev.muster.ejb.applications.DashboardService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dashboard of an application. */
@Path("organizations/{organizationId}/applications/{applicationId}/dashboard")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
@SecurityRequirement(name = ApiApplication.BEARER)
public class DashboardResource {

    @Inject
    private DashboardService dashboards;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @PathParam("applicationId")
    private UUID applicationId;

    @GET
    @Operation(
            summary = "The dashboard with what its widgets show now",
            description =
                    "A dashboard that is private to another user is 403 forbidden. A widget reads the telemetry of"
                            + " the devices heard last: 10 to 200 for a chart, 10 for values, 500 for a map.")
    public DashboardJson getDashboard() {
        Dashboard shown = dashboards.show(caller.get(), organizationId, applicationId);
        if (!shown.isVisible()) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "This dashboard is private to another user.");
        }
        return DashboardJson.of(shown);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace the widgets of the dashboard, share it, or make it private",
            description =
                    "Absent members stay as they are. A dashboard that is private to another user is 403 forbidden.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DashboardUpdate")))
    public DashboardJson changeDashboard(InputStream body) {
        caller.get().requireOrganization(organizationId);
        JsonBody wanted = JsonBody.read(body, "shared", "widgets");
        List<JsonBody> widgets = wanted.objects("widgets", WidgetJson.MEMBERS);
        if (widgets != null) {
            List<Widget> read = widgets.stream().map(WidgetJson::read).toList();
            dashboards.arrange(caller.get(), organizationId, applicationId, read);
        }
        if (!wanted.isNull("shared")) {
            dashboards.share(caller.get(), organizationId, applicationId, wanted.flag("shared"));
        }
        return getDashboard();
    }

    @GET
    @Path("keys")
    @Operation(summary = "The telemetry keys that the devices heard last have reported, and those of their data models")
    public KeysJson listApplicationKeys() {
        return new KeysJson(
                dashboards.keys(caller.get(), organizationId, applicationId).all());
    }

    /**
     * A dashboard.
     *
     * @param shared whether all users of the organization see it
     * @param widgets in the order in which they are shown
     */
    @Schema(name = "Dashboard")
    @JsonbPropertyOrder({"shared", "widgets"})
    public record DashboardJson(boolean shared, List<WidgetJson> widgets) {

        static DashboardJson of(Dashboard dashboard) {
            return new DashboardJson(
                    dashboard.isShared(),
                    dashboard.widgets().stream().map(WidgetJson::of).toList());
        }
    }

    /** The changes of a dashboard. */
    @Schema(name = "DashboardUpdate")
    public record DashboardWish(
            @Schema(description = "Whether all users of the organization see it")
            Boolean shared,

            @Schema(
                    type = SchemaType.ARRAY,
                    implementation = WidgetJson.class,
                    maxItems = 20,
                    description = "All widgets, in the order in which they are shown")
            List<WidgetJson> widgets) {}

    /** Telemetry keys by name. */
    @Schema(name = "ReportedKeys")
    public record KeysJson(List<String> keys) {}
}
