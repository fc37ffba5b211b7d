package dev.muster.rest.trust;

import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.Der;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.ejb.trust.revocation.CertificateUseService;
import dev.muster.ejb.trust.revocation.RevocationImpact;
import dev.muster.ejb.trust.revocation.RevocationService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One certificate: its details, its change and its revocation. */
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
    private CertificateUseService use;

    @Inject
    private RevocationService revocations;

    @Inject
    private ApiCaller caller;

    @Inject
    private Clock clock;

    @PathParam("manufacturerId")
    private UUID manufacturerId;

    @PathParam("certificateId")
    private UUID certificateId;

    @GET
    @Operation(summary = "One certificate in detail")
    public CertificateJson getCertificate() {
        return CertificateJson.of(use.get(caller.get(), manufacturerId, certificateId), clock.instant());
    }

    @GET
    @Path("certificate.pem")
    @Produces(PkiResource.PEM)
    @Operation(summary = "The certificate itself")
    public String getCertificatePem() {
        ManufacturerCertificate entry = certificates.get(caller.get(), manufacturerId, certificateId);
        return Pem.encode(Der.certificate(entry.certificate()));
    }

    @GET
    @Path("chain.pem")
    @Produces(PkiResource.PEM)
    @Operation(summary = "The certificate and its issuers, up to the device root")
    public String getCertificateChain() {
        return getCertificatePem() + certificates.chainPem(caller.get(), manufacturerId, certificateId);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(summary = "Turn the literal proof on or off; set or remove the device limit")
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "CertificateUpdate")))
    public CertificateJson changeCertificate(InputStream body) {
        caller.get().requireManufacturer(manufacturerId);
        certificates.change(caller.get(), manufacturerId, certificateId, CertificateChangeJson.read(body));
        return getCertificate();
    }

    @GET
    @Path("impact")
    @Operation(summary = "What revoking the certificate would do now")
    public ImpactJson getRevocationImpact() {
        return ImpactJson.of(revocations.impact(caller.get(), manufacturerId, certificateId));
    }

    @DELETE
    @Operation(summary = "Revoke the certificate; the devices that it proved are invalid at once, or from a date on")
    @APIResponse(responseCode = "204", description = "The certificate is revoked, by this request or an earlier one")
    @APIResponse(
            responseCode = "200",
            description = "Its revocation is planned",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Certificate")))
    public Response revokeCertificate(
            @QueryParam("at")
                    @Parameter(description = "When to revoke it, such as 2026-12-01T00:00:00Z; if absent, now")
                    String at,
            @QueryParam("reason")
                    @DefaultValue("UNSPECIFIED")
                    @Parameter(description = "The reason for the revocation list")
                    String reason) {
        RevocationReason why = QueryParameters.constant("reason", reason, RevocationReason.class);
        if (at == null) {
            revocations.revoke(caller.get(), manufacturerId, certificateId, why);
            return Response.noContent().build();
        }
        caller.get().requireManufacturer(manufacturerId);
        revocations.plan(caller.get(), manufacturerId, certificateId, QueryParameters.time("at", at), why);
        return Response.ok(getCertificate()).build();
    }

    @DELETE
    @Path("revocation")
    @Operation(summary = "Cancel the planned revocation")
    public void cancelRevocation() {
        revocations.cancel(caller.get(), manufacturerId, certificateId);
    }

    /**
     * What revoking the certificate would do now.
     *
     * @param devices how many devices would become invalid
     * @param organizations how many organizations own these devices
     * @param activeLastDay how many of these devices were active in the last 24 hours
     */
    @Schema(name = "RevocationImpact")
    @JsonbPropertyOrder({"devices", "organizations", "activeLastDay"})
    public record ImpactJson(long devices, long organizations, long activeLastDay) {

        static ImpactJson of(RevocationImpact impact) {
            return new ImpactJson(impact.devices(), impact.organizations(), impact.activeLastDay());
        }
    }
}
