package dev.muster.rest.fleet;

import dev.muster.ejb.fleet.CredentialService;
import dev.muster.ejb.provisioning.credential.RotatedEnrollment;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.provisioning.credential.CredentialsJson;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives new credentials to the devices of an import, one page at a time. */
@Path("organizations/{organizationId}/imports/{importId}/credentials")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class BatchCredentialResource {

    @Inject
    private CredentialService credentials;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @POST
    @Operation(
            summary = "Give new credentials, shown only once, to the devices on one page of the import's entries, with"
                    + " the outcome of each; the old credentials stop working at once. The same page always has the"
                    + " same devices")
    public Listing<RotatedJson> rotateImportCredentials(
            @PathParam("importId") UUID importId, @BeanParam Paging paging) {
        return Listing.of(
                credentials.rotateAll(caller.get(), organizationId, importId, paging.request()), RotatedJson::of);
    }

    /**
     * The outcome for one entry of the import.
     *
     * @param outcome {@code rotated}, {@code not-provisioned} or {@code device-invalidated}
     * @param credentials shown only once; absent if the device got no new credentials
     */
    @Schema(name = "RotationResult")
    @JsonbPropertyOrder({"uniqueIdentifier", "deviceName", "outcome", "credentials"})
    public record RotatedJson(String uniqueIdentifier, String deviceName, String outcome, CredentialsJson credentials) {

        static RotatedJson of(RotatedEnrollment rotated) {
            return new RotatedJson(
                    rotated.enrollment().uniqueIdentifier(),
                    rotated.enrollment().deviceName(),
                    rotated.outcome().code(),
                    rotated.credentials() == null ? null : CredentialsJson.of(rotated.credentials()));
        }
    }
}
