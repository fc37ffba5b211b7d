package dev.muster.rest.account;

import dev.muster.domain.account.ApiToken;
import dev.muster.domain.account.Membership;
import dev.muster.domain.account.TokenAccess;
import dev.muster.domain.account.TokenKind;
import dev.muster.domain.account.TokenRights;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.account.login.LoginService;
import dev.muster.ejb.account.token.ApiTokenService;
import dev.muster.ejb.account.token.IssuedApiToken;
import dev.muster.ejb.account.token.NewToken;
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
import java.util.List;
import java.util.Set;
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
    private LoginService logins;

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
    @Operation(
            summary = "Make an API token; it is shown only once",
            description = "A token has the rights of its user in one tenant, or less: access READ, or only some kinds"
                    + " of objects. A call that needs more is answered 403 with what the token lacks. A user who has a"
                    + " second factor sends a code of it in the header X-Muster-Code; without a valid code the answer is"
                    + " 401 (second-factor-required).")
    @SecurityRequirement(name = ApiApplication.PASSWORD)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewApiToken")))
    public Response createToken(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SecondFactorHeader.NAME) @Parameter(description = SecondFactorHeader.DESCRIPTION) String code,
            InputStream body) {
        Caller user = AuthorizationHeader.basic(authorization)
                .flatMap(basic -> logins.authenticate(basic.name(), basic.password(), code, proxies.sourceOf(request)))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNAUTHENTICATED, "The user's name or the password is missing or wrong."));
        NewTokenJson wanted = NewTokenJson.from(JsonBody.read(body, NewTokenJson.MEMBERS), DEFAULT_DAYS);
        if (accounts.mustChangePassword(user)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "Change the password first; log in to the portal to do so.");
        }
        logins.requireFactor(user);
        IssuedApiToken issued = tokens.issue(user, wanted.toNewToken());
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

    /**
     * The token to make.
     *
     * @param access READ or WRITE, which is the default
     * @param kinds the kinds of objects; absent for all
     * @param organizationId one of the user's organizations, if the token is for another tenant than the first
     * @param manufacturerId likewise
     */
    @Schema(name = "NewApiToken")
    public record NewTokenJson(
            String name,
            int expiresInDays,
            TokenAccess access,
            List<TokenKind> kinds,
            UUID organizationId,
            UUID manufacturerId) {

        static final String[] MEMBERS = {"name", "expiresInDays", "access", "kinds", "organizationId", "manufacturerId"
        };

        static NewTokenJson from(JsonBody body, int defaultDays) {
            List<TokenKind> kinds = body.constants("kinds", TokenKind.class);
            return new NewTokenJson(
                    body.text("name"),
                    body.integer("expiresInDays", defaultDays),
                    body.constant("access", TokenAccess.class, TokenAccess.WRITE),
                    kinds == null ? List.of() : kinds,
                    body.id("organizationId"),
                    body.id("manufacturerId"));
        }

        NewToken toNewToken() {
            if (organizationId != null && manufacturerId != null) {
                throw ProblemException.invalid("A token works for one tenant; send one of the two ids.");
            }
            UUID tenantId = organizationId != null ? organizationId : manufacturerId;
            return new NewToken(name, expiresInDays, new TokenRights(access, Set.copyOf(kinds)), tenantId);
        }
    }

    /**
     * An API token.
     *
     * @param token the secret; only in the answer that made the token
     * @param kinds the kinds of objects to which the token is limited; empty for all
     * @param lastUsedAt to the minute; absent if it has not been used
     */
    @Schema(name = "ApiToken")
    @JsonbPropertyOrder({
        "id",
        "name",
        "token",
        "access",
        "kinds",
        "organizationId",
        "manufacturerId",
        "createdAt",
        "expiresAt",
        "lastUsedAt"
    })
    public record TokenJson(
            UUID id,
            String name,
            String token,
            TokenAccess access,
            List<TokenKind> kinds,
            UUID organizationId,
            UUID manufacturerId,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt) {

        static TokenJson of(IssuedApiToken issued) {
            return new TokenJson(
                    issued.id(), null, issued.token(), null, null, null, null, null, issued.expiresAt(), null);
        }

        static TokenJson of(ApiToken token) {
            Membership membership = token.membership();
            return new TokenJson(
                    token.id(),
                    token.name(),
                    null,
                    token.rights().access(),
                    token.rights().kinds().stream().sorted().toList(),
                    membership == null ? null : membership.organizationId(),
                    membership == null ? null : membership.manufacturerId(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt());
        }

        @Override
        public String toString() {
            return "TokenJson[" + id + "]";
        }
    }
}
