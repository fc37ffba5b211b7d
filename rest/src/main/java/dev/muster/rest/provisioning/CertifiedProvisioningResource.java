package dev.muster.rest.provisioning;

import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.provisioning.CertifiedProvisioningService;
import dev.muster.rest.device.DeviceLogins;
import dev.muster.rest.problem.Problem;
import dev.muster.rest.security.DeviceLimited;
import dev.muster.rest.security.DeviceLimits;
import dev.muster.rest.shared.BodyOptional;
import dev.muster.rest.shared.BoundedBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A device proves itself here by the certificate that it shows in TLS, and gets its credentials. */
@Path("provision")
@ApplicationScoped
@DeviceLimited
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For devices")
public class CertifiedProvisioningResource {

    @Inject
    private CertifiedProvisioningService provisioning;

    @Inject
    private DeviceLogins logins;

    @Inject
    private DeviceLimits limits;

    @Inject
    private ProvisioningAnswers answers;

    @POST
    @BodyOptional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Prove a device by the certificate that it shows in TLS, at the device listener; only this answer"
                    + " has the device's credentials",
            description = "The body may be absent. If it names a device, the certificate must name the same device."
                    + " With a csr, the credentials are a certificate for that key. If the device shows such a"
                    + " certificate, the server renews it: 200, and the old certificate works until the device first"
                    + " uses the new certificate. Each renewal revokes all other certificates of the device, and a"
                    + " device may renew ten times in 24 hours; then the answer is 429.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "CertifiedProvisionRequest")))
    @APIResponse(responseCode = "201", ref = "DeviceCreated")
    @APIResponse(responseCode = "200", ref = "DeviceProvisionedAgain")
    @APIResponse(responseCode = "202", ref = "ApprovalPending")
    @APIResponse(responseCode = "400", ref = "MalformedRequest")
    @APIResponse(
            responseCode = "401",
            description = "invalid-proof",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "403",
            description =
                    "certificate-revoked, certificate-expired, manufacturer-suspended, organization-suspended, budget-exhausted, proof-form-disabled, device-invalidated, credentials-suspended",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "404", ref = "DeviceNotImported")
    @APIResponse(
            responseCode = "409",
            description = "already-provisioned",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "413", ref = "BodyTooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "InvalidProvisionRequest")
    @APIResponse(responseCode = "429", ref = "TooManyProofs")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response provisionByCertificate(InputStream body, @Context HttpServletRequest request) {
        byte[] bytes = BoundedBody.read(body, ProvisioningResource.MAX_BYTES);
        DeviceLogin.Certificate shown = logins.certificate(request);
        return answers.of(limits.inTurn(() -> provisioning.provision(shown, bytes)));
    }

    /**
     * A provision request with the certificate as its proof, for the API's description; the domain reads it.
     *
     * @param uniqueIdentifier the same as in the certificate; may be absent
     * @param csr PKCS#10 in DER, base64: the device gets a certificate for this key instead of a token. If the device
     *     shows such a certificate, this is a renewal. May be absent
     */
    @Schema(name = "CertifiedProvisionRequest")
    public record CertifiedJson(String uniqueIdentifier, String csr) {}
}
