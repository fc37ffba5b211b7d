package dev.muster.rest.trust;

import dev.muster.domain.shared.Role;
import dev.muster.domain.trust.CertificateStatus;
import dev.muster.ejb.trust.CertificateFilter;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.ejb.trust.IssuedCertificate;
import dev.muster.ejb.trust.revocation.CertificateUseService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Created;
import dev.muster.rest.shared.JsonBody;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A manufacturer's certificates: making them and listing them. */
@Path("manufacturers/{manufacturerId}/certificates")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
@SecurityRequirement(name = ApiApplication.BEARER)
public class CertificateResource {

    @Inject
    private CertificateService certificates;

    @Inject
    private CertificateUseService use;

    @Inject
    private ApiCaller caller;

    @Inject
    private Clock clock;

    @PathParam("manufacturerId")
    private UUID manufacturerId;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a certificate and its access token, with a new key pair or for the key of a csr; the"
                    + " secrets are shown only once")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewCertificate")))
    public Response createCertificate(InputStream body) {
        caller.get().requireManufacturer(manufacturerId);
        caller.get().requireRole(Role.MANUFACTURER_MANAGER);
        NewCertificate wanted = NewCertificate.from(JsonBody.read(body, NewCertificate.MEMBERS));
        IssuedCertificate issued = certificates.create(caller.get(), manufacturerId, wanted.toRequest());
        String path = "manufacturers/" + manufacturerId + "/certificates/"
                + issued.entry().id();
        return Created.at(path, IssuedCertificateJson.of(issued));
    }

    @GET
    @Operation(summary = "List the certificates, newest first, revoked ones included")
    public Listing<CertificateJson> listCertificates(
            @QueryParam("status") @Parameter(description = "Return only these statuses; if absent, all statuses")
                    List<String> statuses,
            @QueryParam("name") @Parameter(description = "A part of the name or of the access key, ignoring case")
                    String name,
            @QueryParam("search") @Parameter(description = "The same as name") String search,
            @BeanParam Paging paging) {
        Set<CertificateStatus> wanted = statuses.stream()
                .map(status -> QueryParameters.constant("status", status, CertificateStatus.class))
                .collect(Collectors.toSet());
        String text = QueryParameters.search(search, "name", name);
        CertificateFilter filter = new CertificateFilter(wanted, text == null ? "" : text);
        Instant now = clock.instant();
        return Listing.of(
                use.list(caller.get(), manufacturerId, filter, paging.request()),
                certificate -> CertificateJson.of(certificate, now));
    }

    /**
     * A new certificate with its secrets, which are shown only once. All members except id, name, access key and access
     * token are PEM.
     *
     * @param privateKey absent if the key came in a certificate signing request
     */
    @Schema(name = "IssuedCertificate")
    @JsonbPropertyOrder({"id", "name", "certificate", "chain", "privateKey", "publicKey", "accessKey", "accessToken"})
    public record IssuedCertificateJson(
            UUID id,
            String name,
            String certificate,
            String chain,
            String privateKey,
            String publicKey,
            String accessKey,
            String accessToken) {

        static IssuedCertificateJson of(IssuedCertificate issued) {
            return new IssuedCertificateJson(
                    issued.entry().id(),
                    issued.entry().name(),
                    issued.certificate(),
                    issued.chain(),
                    issued.privateKey(),
                    issued.publicKey(),
                    issued.accessKey(),
                    issued.accessToken());
        }

        @Override
        public String toString() {
            return "IssuedCertificateJson[" + accessKey + "]";
        }
    }
}
