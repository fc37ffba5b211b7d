package dev.muster.web.trust;

import dev.muster.domain.trust.CertificateStatus;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;

/** The manufacturer's certificates. */
@Named
@ViewScoped
public class CertificatesView implements Serializable {

    @Inject
    private CertificateService certificates;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<ManufacturerCertificate> list =
            new PagedModel<>(request -> certificates.list(caller.get(), caller.tenantId(), request));

    public CertificateStatus status(ManufacturerCertificate certificate) {
        return certificate.status(Instant.now());
    }

    public PagedModel<ManufacturerCertificate> getList() {
        return list;
    }
}
