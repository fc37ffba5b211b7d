package dev.muster.rest.account;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.account.KeptAccess;
import dev.muster.ejb.account.login.LoginService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.security.AuthorizationHeader;
import dev.muster.rest.security.BasicCredentials;
import dev.muster.rest.security.PasswordAuthenticated;
import dev.muster.rest.security.TrustedProxies;
import dev.muster.rest.shared.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The caller's own account: who the caller is, and the password. To change it, the caller sends the current password.
 */
@Path("account")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class OwnAccountResource {

    @Inject
    private AccountService accounts;

    @Inject
    private LoginService logins;

    @Inject
    private ApiCaller caller;

    @Inject
    private TrustedProxies proxies;

    @Inject
    private HttpServletRequest request;

    @GET
    @Authenticated
    @Operation(summary = "Who you are, with the id of your organization or manufacturer")
    @SecurityRequirement(name = ApiApplication.BEARER)
    public UserJson getOwnAccount() {
        return UserJson.of(accounts.self(caller.get()), caller.get());
    }

    @POST
    @Path("password")
    @PasswordAuthenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change your own password; also allowed if you must change it before you can do anything else",
            description = "Your sessions in the portal end, and the API tokens that you made while somebody else's"
                    + " password was in force. revokeTokens: true ends all your API tokens. If you have a second factor, send"
                    + " a code of it in the header X-Muster-Code; without a valid code the answer is 401"
                    + " (second-factor-required).")
    @SecurityRequirement(name = ApiApplication.PASSWORD)
    public void changeOwnPassword(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(SecondFactorHeader.NAME) @Parameter(description = SecondFactorHeader.DESCRIPTION) String code,
            InputStream body) {
        BasicCredentials present = AuthorizationHeader.basic(authorization).orElseThrow(OwnAccountResource::refused);
        Caller user = logins.authenticate(present.name(), present.password(), code, proxies.sourceOf(request))
                .orElseThrow(OwnAccountResource::refused);
        JsonBody wanted = JsonBody.read(body, "password", "revokeTokens");
        KeptAccess kept = new KeptAccess("", !wanted.flag("revokeTokens"));
        accounts.changePassword(user, present.password(), wanted.text("password"), kept);
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED, "The user's name or the current password is missing or wrong.");
    }
}
