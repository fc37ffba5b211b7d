package dev.muster.web.fleet;

import dev.muster.domain.provisioning.Snippets;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.fleet.SnippetService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Sample programs for the devices of a certificate, made once for each request. */
@Named
@RequestScoped
public class SnippetsView {

    @Inject
    private SnippetService service;

    @Inject
    private CurrentCaller caller;

    private Snippets snippets;

    /** Whether there are programs for this certificate: devices sign only with certificates of the purpose PROOF. */
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
