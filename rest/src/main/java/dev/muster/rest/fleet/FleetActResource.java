package dev.muster.rest.fleet;

import dev.muster.domain.command.CommandContent;
import dev.muster.domain.command.NewCommand;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.act.ActResult;
import dev.muster.ejb.fleet.act.FleetAct;
import dev.muster.ejb.fleet.act.FleetActService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.command.CommandWish;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
            description = "The acts: ALLOW_REPROVISIONING, SUSPEND and RESUME (the credentials), ASSIGN_MODEL (with"
                    + " the id of a data model, or null for none), ADD_TO_APPLICATION and REMOVE_FROM_APPLICATION (with"
                    + " the id of an application), SEND_COMMAND (with its data, and perhaps with expiresAt), DELETE (the"
                    + " enrollments stay). To act on all devices that match a search, list them first.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DeviceAct")))
    public Outcomes<DoneJson> actOnDevices(InputStream body) {
        caller.get().requireOrganization(organizationId);
        WantedAct wanted = WantedAct.read(body);
        return new Outcomes<>(acts
                .run(
                        caller.get(),
                        organizationId,
                        new FleetAct(wanted.act(), wanted.target(), wanted.command()),
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
     * @param data only for SEND_COMMAND, which needs it: a JSON object of at most 64 KiB
     * @param expiresAt only for SEND_COMMAND: when the command expires; default: in one day
     */
    @Schema(name = "DeviceAct")
    public record WantedAct(
            FleetAct.Kind act,
            List<UUID> deviceIds,
            @Schema(nullable = true) UUID model,
            UUID application,
            Map<String, JsonValue> data,
            Instant expiresAt) {

        /** Bytes of the ids of the devices. */
        private static final int MAX_IDS = 32 * 1024;

        private static final Set<FleetAct.Kind> OF_APPLICATION =
                EnumSet.of(FleetAct.Kind.ADD_TO_APPLICATION, FleetAct.Kind.REMOVE_FROM_APPLICATION);

        NewCommand command() {
            return act == FleetAct.Kind.SEND_COMMAND
                    ? new NewCommand(CommandContent.of((JsonObject) data), expiresAt, null)
                    : null;
        }

        UUID target() {
            return OF_APPLICATION.contains(act) ? application : model;
        }

        /** @throws ProblemException {@code validation-failed} if what the act needs is missing, or something is not for this act */
        static WantedAct read(InputStream json) {
            JsonBody body = JsonBody.read(
                    json,
                    CommandWish.MAX_BODY + MAX_IDS,
                    "act",
                    "deviceIds",
                    "model",
                    "application",
                    "data",
                    "expiresAt");
            FleetAct.Kind act = body.constant("act", FleetAct.Kind.class, null);
            if (body.has("model") != (act == FleetAct.Kind.ASSIGN_MODEL)) {
                throw ProblemException.invalid(
                        "The member model is for ASSIGN_MODEL, and only for that; null means no model.");
            }
            if (body.isNull("application") == OF_APPLICATION.contains(act)) {
                throw ProblemException.invalid("The member application is for ADD_TO_APPLICATION and"
                        + " REMOVE_FROM_APPLICATION, which need the id of an application.");
            }
            if ((body.has("data") || body.has("expiresAt")) && act != FleetAct.Kind.SEND_COMMAND) {
                throw ProblemException.invalid(
                        "The members data and expiresAt are for SEND_COMMAND, and only for that.");
            }
            return new WantedAct(
                    act,
                    body.ids("deviceIds"),
                    body.id("model"),
                    body.id("application"),
                    body.anyObject("data"),
                    body.time("expiresAt"));
        }
    }

    /**
     * The outcome for one of the devices.
     *
     * @param outcome {@code done} or {@code not-found}; of SEND_COMMAND also {@code queue-full}, if 100 commands wait
     */
    @Schema(name = "DeviceActResult")
    @JsonbPropertyOrder({"deviceId", "outcome"})
    public record DoneJson(UUID deviceId, String outcome) {

        static DoneJson of(ActResult result) {
            return new DoneJson(result.deviceId(), word(result.outcome()));
        }

        private static String word(ActResult.Outcome outcome) {
            return switch (outcome) {
                case DONE -> "done";
                case NOT_FOUND -> "not-found";
                case QUEUE_FULL -> "queue-full";
            };
        }
    }
}
