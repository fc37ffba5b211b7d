package dev.muster.web.fleet;

import dev.muster.domain.provisioning.Snippets;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.fleet.SnippetService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Programs for the devices of the certificate that a page shows; made once for an answer. */
@Named
@RequestScoped
public class SnippetsView {

    @Inject
    private SnippetService service;

    @Inject
    private CurrentCaller caller;

    private Snippets snippets;

    /** Whether there are any: devices sign with certificates of one purpose alone. */
    public boolean isFor(ManufacturerCertificate certificate) {
        return certificate.purpose() == CertificatePurpose.PROOF;
    }

    public Snippets of(ManufacturerCertificate certificate) {
        if (snippets == null) {
            snippets = service.get(caller.get(), caller.tenantId(), certificate.id());
        }
        return snippets;
    }
}
