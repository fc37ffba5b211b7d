package dev.muster.rest.provisioning;

import dev.muster.ejb.provisioning.RevocationService;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.security.CurrentCaller;
import dev.muster.rest.trust.CertificateJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
