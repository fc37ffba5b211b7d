package dev.muster.rest.fleet;

import dev.muster.domain.provisioning.Snippet;
import dev.muster.domain.provisioning.SnippetKind;
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
import java.util.List;
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
            summary = "Sample programs for devices of the certificate, ready to run",
            description =
                    "For PROOF: a proof as JWS, in the signature form, as JWS over MQTT, and in the literal form if that is on. For"
                            + " DEVICE_CA: sign a device certificate, provision over TLS, send telemetry, send telemetry over"
                            + " MQTT. Without the port of MQTT there is no program for MQTT. They read the private key from the"
                            + " file muster.key in the working directory, the access token from MUSTER_ACCESS_TOKEN or"
                            + " access-token.txt, and the identifier from the first argument or MUSTER_IDENTIFIER.")
    public SnippetsJson getSnippets(
            @PathParam("manufacturerId") UUID manufacturerId, @PathParam("certificateId") UUID certificateId) {
        return SnippetsJson.of(snippets.list(caller.get(), manufacturerId, certificateId));
    }

    /**
     * Sample programs.
     *
     * @param shell the text of the kind JWS again, and {@code python} that of JWS_PYTHON: 0.1.0 had only these two; absent for a
     *     DEVICE_CA
     */
    @Schema(name = "SnippetSet")
    @JsonbPropertyOrder({"items", "shell", "python"})
    public record SnippetsJson(List<SnippetJson> items, String shell, String python) {

        static SnippetsJson of(List<Snippet> all) {
            return new SnippetsJson(
                    all.stream().map(SnippetJson::of).toList(),
                    text(all, SnippetKind.JWS),
                    text(all, SnippetKind.JWS_PYTHON));
        }

        private static String text(List<Snippet> all, SnippetKind kind) {
            return all.stream()
                    .filter(snippet -> snippet.kind() == kind)
                    .map(Snippet::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** One program. @param fileName the name under which to save it */
    @Schema(name = "Snippet")
    @JsonbPropertyOrder({"kind", "fileName", "text"})
    public record SnippetJson(SnippetKind kind, String fileName, String text) {

        static SnippetJson of(Snippet snippet) {
            return new SnippetJson(snippet.kind(), snippet.kind().fileName(), snippet.text());
        }
    }
}
