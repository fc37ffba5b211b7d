package dev.muster.rest.trust;

import dev.muster.ejb.trust.CertificateService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What everyone may have of the platform's public key infrastructure. */
@Path("pki")
@RequestScoped
@Tag(name = "PKI")
public class PkiResource {

    /** RFC 8555 section 9.1. */
    private static final String PEM = "application/pem-certificate-chain";

    /** RFC 5280 section 4.2.1.13. */
    private static final String CRL = "application/pkix-crl";

    @Inject
    private CertificateService certificates;

    @GET
    @Path("root.pem")
    @Produces(PEM)
    @Operation(summary = "The platform's root certificate")
    public String root() {
        return certificates.rootPem();
    }

    @GET
    @Path("crl/{issuerId}")
    @Produces(CRL)
    @Operation(summary = "What an issuer has revoked (RFC 5280, section 5)")
    public byte[] revocations(@PathParam("issuerId") UUID issuerId) {
        return certificates.revocationList(issuerId);
    }
}
