package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.proof.ServerNonce;
import dev.muster.ejb.provisioning.ProvisionNonces;
import dev.muster.rest.security.DeviceLimited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives a device without a clock the nonce that shows that its proof is fresh. */
@Path("provision/{accessKey}/nonce")
@ApplicationScoped
@DeviceLimited
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For devices")
public class NonceResource {

    @Inject
    private ProvisionNonces nonces;

    @GET
    @Operation(
            summary = "A nonce for the proof of a device without a clock, valid for five minutes and one success; the"
                    + " server answers for any access key, even an unknown one")
    @APIResponse(
            responseCode = "200",
            description = "A new nonce",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Nonce")))
    @APIResponse(responseCode = "429", ref = "TooManyRequests")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public NonceJson issueNonce(@PathParam("accessKey") String accessKey) {
        return NonceJson.of(nonces.issue(accessKey));
    }

    /**
     * A nonce for a device without a clock.
     *
     * @param nonce 48 characters, valid for one success
     * @param expiresAt seconds since the epoch
     */
    @Schema(name = "Nonce")
    @JsonbPropertyOrder({"nonce", "expiresAt"})
    public record NonceJson(String nonce, long expiresAt) {

        static NonceJson of(ServerNonce nonce) {
            return new NonceJson(nonce.nonce(), nonce.expiresAt().getEpochSecond());
        }
    }
}
