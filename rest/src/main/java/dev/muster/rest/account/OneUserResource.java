package dev.muster.rest.account;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.IssuedLink;
import dev.muster.ejb.account.Place;
import dev.muster.ejb.account.UserChange;
import dev.muster.ejb.account.UserService;
import dev.muster.ejb.account.login.FactorService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One user of the portal, for administrators. What ends here ends on every server at once. */
@Path("users/{userId}")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@SecurityRequirement(name = ApiApplication.BEARER)
public class OneUserResource {

    @Inject
    private UserService users;

    @Inject
    private FactorService factors;

    @Inject
    private ApiCaller caller;

    @PathParam("userId")
    private UUID userId;

    @GET
    @Operation(summary = "One user")
    public UserJson getUser() {
        return UserJson.of(users.get(caller.get(), userId));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            summary = "Change, disable or enable a user; absent members stay as they are",
            description = "A new role, and disabling, end the user's sessions and API tokens. You cannot do that to"
                    + " yourself, nor to the last administrator (409).")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "UserUpdate")))
    public UserJson changeUser(InputStream body) {
        caller.get().requireAdministrator();
        ChangedUser wanted = ChangedUser.from(JsonBody.read(body, ChangedUser.MEMBERS));
        return UserJson.of(users.change(caller.get(), userId, wanted.toChange()));
    }

    @DELETE
    @Operation(summary = "Delete a user; imports and decisions of the user stay, without the name")
    public void deleteUser() {
        users.delete(caller.get(), userId);
    }

    @POST
    @Path("reset")
    @Operation(
            summary = "End the user's password, sessions and API tokens, and make a one-time link for a new password",
            description = "The link is shown only once. It can be used once, within 24 hours.")
    @APIResponse(
            responseCode = "201",
            description = "The link",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PasswordLink")))
    public Response resetUser() {
        IssuedLink issued = users.reset(caller.get(), userId);
        return Response.status(Response.Status.CREATED)
                .entity(new LinkJson(issued.link(), issued.expiresAt()))
                .build();
    }

    @DELETE
    @Path("sessions")
    @Operation(summary = "End all sessions of a user in the portal")
    public void endSessions() {
        users.endSessions(caller.get(), userId);
    }

    @DELETE
    @Path("tokens")
    @Operation(summary = "Revoke all API tokens of a user")
    public void revokeTokens() {
        users.endTokens(caller.get(), userId);
    }

    @DELETE
    @Path("factors")
    @Operation(
            summary = "Remove all second factors and recovery codes of a user who has lost them",
            description =
                    "The user's sessions in the portal end. Find out first, in another way, that it is the user who"
                            + " asks. The reason is in the server's log.")
    public void removeFactors(
            @QueryParam("reason")
                    @Parameter(description = "Why, in one line of at most 200 characters", required = true)
                    String reason) {
        factors.removeAll(caller.get(), userId, reason);
    }

    @POST
    @Path("memberships")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let a user work for one more tenant; the user switches between them in the portal")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewMembership")))
    @APIResponse(
            responseCode = "201",
            description = "The user",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "User")))
    public Response addMembership(InputStream body) {
        caller.get().requireAdministrator();
        NewMembership wanted = NewMembership.from(JsonBody.read(body, NewMembership.MEMBERS));
        return Response.status(Response.Status.CREATED)
                .entity(UserJson.of(users.join(caller.get(), userId, wanted.toPlace())))
                .build();
    }

    @DELETE
    @Path("memberships/{membershipId}")
    @Operation(summary = "End a user's work for a tenant, with the user's sessions and API tokens there")
    public void removeMembership(@PathParam("membershipId") UUID membershipId) {
        users.leave(caller.get(), userId, membershipId);
    }

    /** What changes of a user; a role needs the id of its tenant, and an id needs the role. */
    @Schema(name = "UserUpdate")
    public record ChangedUser(
            String displayName, Role role, UUID organizationId, UUID manufacturerId, Boolean disabled) {

        static final String[] MEMBERS = {"displayName", "role", "organizationId", "manufacturerId", "disabled"};

        static ChangedUser from(JsonBody body) {
            return new ChangedUser(
                    body.has("displayName") ? body.text("displayName", "") : null,
                    body.constant("role", Role.class),
                    body.id("organizationId"),
                    body.id("manufacturerId"),
                    body.isNull("disabled") ? null : body.flag("disabled"));
        }

        UserChange toChange() {
            boolean hasId = organizationId != null || manufacturerId != null;
            if (hasId && role == null) {
                throw ProblemException.invalid("The member role is missing; send it together with the tenant's id.");
            }
            return new UserChange(
                    Optional.ofNullable(displayName),
                    Optional.ofNullable(role).map(chosen -> new Place(chosen, organizationId, manufacturerId)),
                    Optional.ofNullable(disabled));
        }
    }

    /** One more tenant of a user. */
    @Schema(name = "NewMembership")
    public record NewMembership(Role role, UUID organizationId, UUID manufacturerId) {

        static final String[] MEMBERS = {"role", "organizationId", "manufacturerId"};

        static NewMembership from(JsonBody body) {
            return new NewMembership(
                    body.constant("role", Role.class, null), body.id("organizationId"), body.id("manufacturerId"));
        }

        Place toPlace() {
            return new Place(role, organizationId, manufacturerId);
        }
    }

    /**
     * A one-time link.
     *
     * @param link the address; only in this answer
     */
    @Schema(name = "PasswordLink")
    public record LinkJson(String link, Instant expiresAt) {

        @Override
        public String toString() {
            return "LinkJson[" + expiresAt + "]";
        }
    }
}
