package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.ejb.provisioning.ProvisionNonces;
import dev.muster.ejb.provisioning.ProvisioningService;
import dev.muster.rest.problem.Problem;
import dev.muster.rest.security.DeviceLimited;
import dev.muster.rest.security.DeviceLimits;
import dev.muster.rest.security.TrustedProxies;
import dev.muster.rest.shared.BoundedBody;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A device proves itself here by a provision request, and gets its credentials. */
@Path("provision")
@ApplicationScoped
@DeviceLimited
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For devices")
public class ProvisioningResource {

    /** 16 KiB (protocol.md, Provision request). */
    static final int MAX_BYTES = 16 * 1024;

    /** RFC 8555 section 6.5.1. */
    private static final String REPLAY_NONCE = "Replay-Nonce";

    /** Injected by {@code @EJB}, because CDI's reference to an enterprise bean costs an exception at each call. */
    @EJB
    private ProvisioningService provisioning;

    @Inject
    private DeviceLimits limits;

    @Inject
    private TrustedProxies proxies;

    @Inject
    private ProvisionNonces nonces;

    @Inject
    private ProvisioningAnswers answers;

    @POST
    @Path("{accessKey}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Prove a device by a JWS or a bare signature of the certificate's key, or by the literal form if"
                    + " the manufacturer has turned it on; only this answer has the device's credentials",
            description = "If the JWS has the claim csr, the answer has a certificate for that key instead of a token.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ProvisionRequest")))
    @APIResponse(responseCode = "201", ref = "DeviceCreated")
    @APIResponse(responseCode = "200", ref = "DeviceProvisionedAgain")
    @APIResponse(responseCode = "202", ref = "ApprovalPending")
    @APIResponse(responseCode = "400", ref = "MalformedRequest")
    @APIResponse(
            responseCode = "401",
            description = "The proof is not valid (invalid-proof), or it needs a nonce of the server (use-nonce)",
            headers =
                    @Header(
                            name = REPLAY_NONCE,
                            description = "A new nonce, as GET …/nonce gives it",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "403",
            description =
                    "certificate-revoked, certificate-expired, manufacturer-suspended, organization-suspended, budget-exhausted, proof-form-disabled",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "404", ref = "DeviceNotImported")
    @APIResponse(
            responseCode = "409",
            description = "replayed-proof, already-provisioned",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "411", ref = "LengthRequired")
    @APIResponse(responseCode = "413", ref = "BodyTooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "InvalidProvisionRequest")
    @APIResponse(responseCode = "429", ref = "TooManyProofs")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response provision(
            @PathParam("accessKey") String accessKey, InputStream body, @Context HttpServletRequest request) {
        byte[] bytes = BoundedBody.read(body, MAX_BYTES);
        String source = proxies.clientOf(request);
        ProvisioningOutcome outcome = limits.inTurn(() -> provisioning.provision(accessKey, bytes, source));
        return withNonce(answers.of(outcome), accessKey);
    }

    /**
     * A device with an invalid proof gets a nonce for its next proof, so that it need not ask for one (RFC 8555 section
     * 6.5).
     */
    private Response withNonce(Response answer, String accessKey) {
        return answer.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()
                ? Response.fromResponse(answer)
                        .header(REPLAY_NONCE, nonces.issue(accessKey).nonce())
                        .build()
                : answer;
    }

    /**
     * A provision request, for the API's description; the domain reads it.
     *
     * @param uniqueIdentifier what the manufacturer calls unique
     * @param proof compact JWS; with the claim {@code csr} (PKCS#10 in DER, base64) the device gets a certificate for
     *     its own key instead of a token
     * @param timestamp of the signature form, which has {@code timestamp}, {@code nonce} and {@code signature} instead
     *     of {@code proof}: seconds since the epoch; 0 if the device has no clock
     * @param nonce of the signature form: 16 to 128 printable characters; with {@code timestamp} 0 a nonce of the
     *     server
     * @param signature of the signature form: base64
     * @param encryptionResult of the literal form, instead of {@code proof}: base64
     */
    @Schema(name = "ProvisionRequest")
    public record ProofJson(
            String uniqueIdentifier,
            String proof,
            Long timestamp,
            String nonce,
            String signature,
            String encryptionResult) {}
}
