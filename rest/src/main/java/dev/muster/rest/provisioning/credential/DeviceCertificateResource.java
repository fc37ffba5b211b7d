package dev.muster.rest.provisioning.credential;

import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.ejb.provisioning.credential.DeviceCertificateService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The certificates that are a device's credentials, for its organization. */
@Path("organizations/{organizationId}/devices/{deviceId}/certificates")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class DeviceCertificateResource {

    @Inject
    private DeviceCertificateService certificates;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(
            summary = "List the certificates that are not revoked, newest first: the current one, and possibly a new"
                    + " one that was not used yet")
    public Listing<DeviceCertificateJson> listDeviceCertificates(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("deviceId") UUID deviceId,
            @QueryParam("search") @Parameter(description = "A part of the serial number, ignoring case") String search,
            @BeanParam Paging paging) {
        return Listing.of(
                certificates.list(caller.get(), organizationId, deviceId, search, paging.request()),
                DeviceCertificateJson::of);
    }

    /**
     * A certificate that is a device's credential.
     *
     * @param serialNumber hexadecimal
     * @param firstUsedAt absent if it was not used yet
     */
    @Schema(name = "DeviceCertificate")
    @JsonbPropertyOrder({"serialNumber", "issuedAt", "notAfter", "firstUsedAt"})
    public record DeviceCertificateJson(String serialNumber, Instant issuedAt, Instant notAfter, Instant firstUsedAt) {

        static DeviceCertificateJson of(CredentialCertificate certificate) {
            return new DeviceCertificateJson(
                    certificate.serialNumber(),
                    certificate.issuedAt(),
                    certificate.notAfter(),
                    certificate.firstUsedAt());
        }
    }
}
