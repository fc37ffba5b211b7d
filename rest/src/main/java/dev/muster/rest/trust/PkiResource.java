package dev.muster.rest.trust;

import dev.muster.domain.trust.PublishedRevocationList;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.ejb.trust.RevocationListService;
import dev.muster.rest.security.Published;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Date;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public part of the platform's public key infrastructure. */
@Path("pki")
@RequestScoped
@Published
@Tag(name = "PKI")
public class PkiResource {

    /** RFC 8555 section 9.1. */
    public static final String PEM = "application/pem-certificate-chain";

    /** RFC 5280 section 4.2.1.13. */
    private static final String CRL = "application/pkix-crl";

    /**
     * A cache may keep the list, but must ask each time whether it is still the current list (RFC 9111 section
     * 5.2.2.4).
     */
    private static final String ASK_FIRST = "no-cache";

    @Inject
    private CertificateService certificates;

    @Inject
    private RevocationListService lists;

    @GET
    @Path("server.pem")
    @Produces(PEM)
    @Operation(
            summary = "What clients trust for this server: the server root",
            description =
                    "It signs the server's own certificates and nothing else. If the operator has given the server"
                            + " a certificate by another authority, this is that authority's root. While the server root is"
                            + " being replaced, this is both roots. The file tls/root.pem in the data directory is the same.")
    public String getServerRoot() {
        return certificates.serverPem();
    }

    @GET
    @Path("root.pem")
    @Produces(PEM)
    @Operation(
            summary = "The device root: trust it to verify the certificates of manufacturers and devices",
            description = "It signs the certificates of manufacturers and the issuing authorities of organizations. Do"
                    + " not trust it for a server. While it is being replaced, this is both roots, the new one first.")
    public String getDeviceRoot() {
        return certificates.rootPem();
    }

    @GET
    @Path("crl/{issuerId}")
    @Produces(CRL)
    @Operation(summary = "The revocation list of an issuer (RFC 5280, section 5)")
    public Response getRevocationList(@PathParam("issuerId") UUID issuerId, @Context Request request) {
        PublishedRevocationList list = lists.get(issuerId);
        EntityTag number = new EntityTag(Long.toString(list.number()));
        Date thisUpdate = Date.from(list.thisUpdate());
        ResponseBuilder same = request.evaluatePreconditions(thisUpdate, number);
        ResponseBuilder answer = same == null ? Response.ok(list.der()) : same;
        return answer.tag(number)
                .lastModified(thisUpdate)
                .header(HttpHeaders.CACHE_CONTROL, ASK_FIRST)
                .build();
    }
}
