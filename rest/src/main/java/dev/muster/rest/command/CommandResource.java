package dev.muster.rest.command;

import dev.muster.domain.command.CommandState;
import dev.muster.domain.command.DeviceCommand;
import dev.muster.domain.command.NewCommand;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.command.CommandService;
import dev.muster.ejb.command.SentCommand;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The commands of an organization to one of its devices. */
@Path("organizations/{organizationId}/devices/{deviceId}/commands")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class CommandResource {

    @Inject
    private CommandService commands;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @PathParam("deviceId")
    private UUID deviceId;

    @GET
    @Operation(summary = "The commands to a device, newest first; delivered and expired ones for 30 days")
    public Listing<CommandJson> listCommands(
            @QueryParam("search") @Parameter(description = "A part of the data as JSON, ignoring case") String search,
            @BeanParam Paging paging) {
        return Listing.of(
                commands.list(caller.get(), organizationId, deviceId, search, paging.request()), CommandJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send a command to a device; it waits until the device takes it over MQTT, or until it expires",
            description = "At most 100 commands wait for a device; then the answer is 409 quota-reached.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewCommand")))
    @APIResponse(
            responseCode = "201",
            description = "The command waits for the device",
            content = @Content(schema = @Schema(implementation = CommandJson.class)))
    public Response sendCommand(InputStream body) {
        caller.get().requireOrganization(organizationId);
        NewCommand wanted = CommandWish.read(body).command();
        CommandJson sent = CommandJson.of(commands.send(caller.get(), organizationId, deviceId, wanted));
        return Created.at("organizations/" + organizationId + "/devices/" + deviceId + "/commands/" + sent.id(), sent);
    }

    @DELETE
    @Path("{commandId}")
    @Operation(summary = "Withdraw a command that waits; a delivered or expired one is 409 conflict")
    public void withdrawCommand(@PathParam("commandId") UUID commandId) {
        commands.withdraw(caller.get(), organizationId, deviceId, commandId);
    }

    /**
     * A command to a device.
     *
     * @param createdBy the id of the user who sent it
     * @param deliveredAt when the device acknowledged it; absent before that
     * @param data as it was sent
     */
    @Schema(name = "DeviceCommand")
    @JsonbPropertyOrder({"id", "state", "createdBy", "createdAt", "expiresAt", "deliveredAt", "data"})
    public record CommandJson(
            UUID id,
            CommandState state,
            UUID createdBy,
            Instant createdAt,
            Instant expiresAt,
            Instant deliveredAt,
            Map<String, JsonValue> data) {

        static CommandJson of(SentCommand sent) {
            DeviceCommand command = sent.command();
            return new CommandJson(
                    command.id(),
                    sent.state(),
                    command.createdBy(),
                    command.createdAt(),
                    command.expiresAt(),
                    command.deliveredAt(),
                    OwnJson.read(command.content()).asJsonObject());
        }
    }
}
