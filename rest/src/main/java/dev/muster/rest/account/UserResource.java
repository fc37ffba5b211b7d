package dev.muster.rest.account;

import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.NewUser;
import dev.muster.ejb.account.Place;
import dev.muster.ejb.account.UserService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The portal's users, for administrators. */
@Path("users")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@SecurityRequirement(name = ApiApplication.BEARER)
public class UserResource {

    @Inject
    private UserService users;

    @Inject
    private ApiCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a user; without a password, the answer has a one-time link that invites the user",
            description = "The portal asks the user to change a password that you have chosen. API tokens that the user"
                    + " makes before that end with it. A link is shown only once and can be used once, within 24"
                    + " hours.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewUser")))
    public Response createUser(InputStream body) {
        caller.get().requireAdministrator();
        UserJson made = UserJson.of(users.create(
                caller.get(),
                NewUserJson.from(JsonBody.read(body, NewUserJson.MEMBERS)).toNewUser()));
        return Created.at("users/" + made.id(), made);
    }

    @GET
    @Operation(summary = "List the users")
    public Listing<UserJson> listUsers(
            @QueryParam("search") @Parameter(description = "A part of the name, ignoring case") String search,
            @BeanParam Paging paging) {
        return Listing.of(users.list(caller.get(), search, paging.request()), UserJson::of);
    }

    /** The user to make; the role decides which of the two ids is needed. */
    @Schema(name = "NewUser")
    public record NewUserJson(
            String username, String displayName, String password, Role role, UUID organizationId, UUID manufacturerId) {

        static final String[] MEMBERS = {
            "username", "displayName", "password", "role", "organizationId", "manufacturerId"
        };

        static NewUserJson from(JsonBody body) {
            return new NewUserJson(
                    body.text("username"),
                    body.text("displayName", null),
                    body.text("password", null),
                    body.constant("role", Role.class, null),
                    body.id("organizationId"),
                    body.id("manufacturerId"));
        }

        NewUser toNewUser() {
            return new NewUser(username, displayName, password, new Place(role, organizationId, manufacturerId));
        }

        @Override
        public String toString() {
            return "NewUserJson[" + username + "]";
        }
    }
}
