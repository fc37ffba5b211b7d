package dev.muster.rest.account;

import dev.muster.domain.account.ApiToken;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.account.ApiTokenService;
import dev.muster.ejb.account.IssuedApiToken;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.security.AuthorizationHeader;
import dev.muster.rest.security.PasswordAuthenticated;
import dev.muster.rest.security.TrustedProxies;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API tokens: made with a user's name and password, then used instead of them. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
public class TokenResource {

    private static final int DEFAULT_DAYS = 30;

    @Inject
    private AccountService accounts;

    @Inject
    private ApiTokenService tokens;

    @Inject
    private ApiCaller caller;

    @Inject
    private TrustedProxies proxies;

    @Inject
    private HttpServletRequest request;

    @POST
    @PasswordAuthenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make an API token; it is shown only once")
    @SecurityRequirement(name = ApiApplication.PASSWORD)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewApiToken")))
    public Response createToken(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, InputStream body) {
        Caller user = AuthorizationHeader.basic(authorization)
                .flatMap(basic -> accounts.authenticate(basic.name(), basic.password(), proxies.sourceOf(request)))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNAUTHENTICATED, "The user's name or the password is missing or wrong."));
        NewToken wanted = NewToken.from(JsonBody.read(body, "name", "expiresInDays"), DEFAULT_DAYS);
        if (accounts.mustChangePassword(user)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "Change the password first; log in to the portal to do so.");
        }
        IssuedApiToken issued = tokens.issue(user, wanted.name(), wanted.expiresInDays());
        return Created.at("tokens/" + issued.id(), TokenJson.of(issued));
    }

    @GET
    @Authenticated
    @Operation(summary = "List your own API tokens")
    @SecurityRequirement(name = ApiApplication.BEARER)
    public Listing<TokenJson> listTokens(
            @QueryParam("search") @Parameter(description = "A part of the name, ignoring case") String search,
            @BeanParam Paging paging) {
        return Listing.of(tokens.list(caller.get(), search, paging.request()), TokenJson::of);
    }

    @DELETE
    @Path("{id}")
    @Authenticated
    @Operation(summary = "Revoke one of your own API tokens")
    @SecurityRequirement(name = ApiApplication.BEARER)
    public void revokeToken(@PathParam("id") UUID id) {
        tokens.revoke(caller.get(), id);
    }

    /** The token to make. */
    @Schema(name = "NewApiToken")
    public record NewToken(String name, int expiresInDays) {

        static NewToken from(JsonBody body, int defaultDays) {
            return new NewToken(body.text("name"), body.integer("expiresInDays", defaultDays));
        }
    }

    /**
     * An API token.
     *
     * @param token the secret; only in the answer that made the token
     */
    @Schema(name = "ApiToken")
    @JsonbPropertyOrder({"id", "name", "token", "createdAt", "expiresAt"})
    public record TokenJson(UUID id, String name, String token, Instant createdAt, Instant expiresAt) {

        static TokenJson of(IssuedApiToken issued) {
            return new TokenJson(issued.id(), null, issued.token(), null, issued.expiresAt());
        }

        static TokenJson of(ApiToken token) {
            return new TokenJson(token.id(), token.name(), null, token.createdAt(), token.expiresAt());
        }

        @Override
        public String toString() {
            return "TokenJson[" + id + "]";
        }
    }
}
