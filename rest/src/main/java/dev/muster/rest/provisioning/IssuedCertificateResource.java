package dev.muster.rest.provisioning;

import dev.muster.ejb.provisioning.RevocationService;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.security.CurrentCaller;
import dev.muster.rest.trust.CertificateChangeJson;
import dev.muster.rest.trust.CertificateJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One certificate with the devices that it has proved, and its end. */
@Path("manufacturers/{manufacturerId}/certificates/{certificateId}")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
@SecurityRequirement(name = ApiApplication.BEARER)
public class IssuedCertificateResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Inject
    private CertificateService certificates;

    @Inject
    private RevocationService revocations;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    @PathParam("manufacturerId")
    private UUID manufacturerId;

    @PathParam("certificateId")
    private UUID certificateId;

    @GET
    @Operation(summary = "One certificate in detail")
    public CertificateJson get() {
        long devices = impact().devices();
        return CertificateJson.of(
                certificates.get(caller.get(), manufacturerId, certificateId), clock.instant(), devices);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    @Operation(summary = "Turn the literal proof on or off, set or lift the most devices")
    @RequestBody(content = @Content(schema = @Schema(implementation = CertificateChangeJson.class)))
    public CertificateJson change(InputStream body) {
        caller.get().requireManufacturer(manufacturerId);
        certificates.change(caller.get(), manufacturerId, certificateId, CertificateChangeJson.read(body));
        return get();
    }

    @GET
    @Path("impact")
    @Operation(summary = "What revoking the certificate would do now")
    public ImpactJson impact() {
        return ImpactJson.of(revocations.impact(caller.get(), manufacturerId, certificateId));
    }

    @DELETE
    @Operation(summary = "Revoke the certificate; the devices that it proved are invalid at once")
    public void revoke() {
        revocations.revoke(caller.get(), manufacturerId, certificateId);
    }
}
