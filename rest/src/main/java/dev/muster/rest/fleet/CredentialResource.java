package dev.muster.rest.fleet;

import dev.muster.ejb.fleet.CredentialService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.provisioning.credential.CredentialsJson;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives a device new credentials at the request of its organization. */
@Path("organizations/{organizationId}/devices/{deviceId}/credentials")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class CredentialResource {

    @Inject
    private CredentialService credentials;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @POST
    @Operation(summary = "Give the device new credentials, shown only once; the old credentials stop working at once")
    public CredentialsJson rotateCredentials(@PathParam("deviceId") UUID deviceId) {
        return CredentialsJson.of(credentials.rotate(caller.get(), organizationId, deviceId));
    }
}
