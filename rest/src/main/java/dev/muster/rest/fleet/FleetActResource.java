package dev.muster.rest.fleet;

import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.act.ActResult;
import dev.muster.ejb.fleet.act.FleetAct;
import dev.muster.ejb.fleet.act.FleetActService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Does one thing to many devices. */
@Path("organizations/{organizationId}/devices/acts")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class FleetActResource {

    @Inject
    private FleetActService acts;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Do one thing to up to 500 devices, with the outcome of each",
            description = "The acts: ALLOW_REPROVISIONING, SUSPEND and RESUME (the credentials), ASSIGN_MODEL (with the"
                    + " id of a data model, or null for none), ADD_TO_APPLICATION and REMOVE_FROM_APPLICATION (with the"
                    + " id of an application), DELETE (the enrollments stay). To act on all devices"
                    + " that match a search, list them first.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DeviceAct")))
    public Outcomes<DoneJson> actOnDevices(InputStream body) {
        caller.get().requireOrganization(organizationId);
        WantedAct wanted = WantedAct.read(body);
        return new Outcomes<>(
                acts
                        .run(
                                caller.get(),
                                organizationId,
                                new FleetAct(wanted.act(), wanted.target()),
                                wanted.deviceIds())
                        .stream()
                        .map(DoneJson::of)
                        .toList());
    }

    /**
     * What to do to which devices.
     *
     * @param model only for ASSIGN_MODEL, which needs it
     * @param application only for ADD_TO_APPLICATION and REMOVE_FROM_APPLICATION, which need it
     */
    @Schema(name = "DeviceAct")
    public record WantedAct(
            FleetAct.Kind act,
            List<UUID> deviceIds,
            @Schema(nullable = true) UUID model,
            UUID application) {

        private static final Set<FleetAct.Kind> OF_APPLICATION =
                EnumSet.of(FleetAct.Kind.ADD_TO_APPLICATION, FleetAct.Kind.REMOVE_FROM_APPLICATION);

        UUID target() {
            return OF_APPLICATION.contains(act) ? application : model;
        }

        /** @throws ProblemException {@code validation-failed} if what the act needs is missing, or something is not for this act */
        static WantedAct read(InputStream json) {
            JsonBody body = JsonBody.read(json, "act", "deviceIds", "model", "application");
            FleetAct.Kind act = body.constant("act", FleetAct.Kind.class, null);
            if (body.has("model") != (act == FleetAct.Kind.ASSIGN_MODEL)) {
                throw ProblemException.invalid(
                        "The member model is for ASSIGN_MODEL, and only for that; null means no model.");
            }
            if (body.isNull("application") == OF_APPLICATION.contains(act)) {
                throw ProblemException.invalid("The member application is for ADD_TO_APPLICATION and"
                        + " REMOVE_FROM_APPLICATION, which need the id of an application.");
            }
            return new WantedAct(act, body.ids("deviceIds"), body.id("model"), body.id("application"));
        }
    }

    /**
     * The outcome for one of the devices.
     *
     * @param outcome {@code done} or {@code not-found}
     */
    @Schema(name = "DeviceActResult")
    @JsonbPropertyOrder({"deviceId", "outcome"})
    public record DoneJson(UUID deviceId, String outcome) {

        static DoneJson of(ActResult result) {
            return new DoneJson(result.deviceId(), result.isDone() ? "done" : "not-found");
        }
    }
}
