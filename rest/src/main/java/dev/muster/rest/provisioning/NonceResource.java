package dev.muster.rest.provisioning;

import dev.muster.ejb.provisioning.ProvisionNonces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a device without a clock gets what its proof shows that it is of this moment with. */
@Path("provision/{accessKey}/nonce")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For devices")
public class NonceResource {

    @Inject
    private ProvisionNonces nonces;

    @GET
    @Operation(
            summary =
                    "A nonce for the proof of a device without a clock, valid for five minutes and one success; for any"
                            + " access key, known or not")
    public NonceJson issue(@PathParam("accessKey") String accessKey) {
        return NonceJson.of(nonces.issue(accessKey));
    }
}
