package dev.muster.rest.fleet;

import dev.muster.domain.provisioning.Snippets;
import dev.muster.ejb.fleet.SnippetService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Example programs for a certificate's devices. */
@Path("manufacturers/{manufacturerId}/certificates/{certificateId}/snippets")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
@SecurityRequirement(name = ApiApplication.BEARER)
public class SnippetResource {

    @Inject
    private SnippetService snippets;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(
            summary = "Programs that prove a device with the certificate, ready to run",
            description =
                    "The access token comes from MUSTER_ACCESS_TOKEN, the private key from the file muster.key in the"
                            + " working directory, the identifier from the first argument or MUSTER_IDENTIFIER.")
    public SnippetsJson getSnippets(
            @PathParam("manufacturerId") UUID manufacturerId, @PathParam("certificateId") UUID certificateId) {
        return SnippetsJson.of(snippets.get(caller.get(), manufacturerId, certificateId));
    }

    /**
     * Programs that prove a device.
     *
     * @param shell for a POSIX shell with openssl and curl
     * @param python for Python 3 with openssl
     */
    @Schema(name = "SnippetSet")
    @JsonbPropertyOrder({"shell", "python"})
    public record SnippetsJson(String shell, String python) {

        static SnippetsJson of(Snippets snippets) {
            return new SnippetsJson(snippets.shell(), snippets.python());
        }
    }
}
