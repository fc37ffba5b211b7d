package dev.muster.web.trust;

import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.provisioning.RevocationImpact;
import dev.muster.ejb.provisioning.RevocationService;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Deleting a certificate: first what it would do, then its name typed by hand, then the deed. */
@Named
@ViewScoped
public class RevocationView implements Serializable {

    @Inject
    private CertificateService certificates;

    @Inject
    private RevocationService revocation;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private String certificateId;

    private transient ManufacturerCertificate certificate;

    private transient RevocationImpact impact;

    private String typedName;

    /** Shows what deleting the certificate that the page names would do. */
    public void ask() {
        certificateId = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("id");
        typedName = null;
        feedback.attempt(this::look);
    }

    private void look() {
        certificate = certificates.get(caller.get(), caller.tenantId(), ViewIds.parse(certificateId));
        impact = revocation.impact(caller.get(), caller.tenantId(), certificate.id());
    }

    public void revoke() {
        if (!feedback.attempt(this::look)) {
            return;
        }
        if (!certificate.name().equals(typedName == null ? "" : typedName.strip())) {
            feedback.error("This is not the certificate's name. Type it exactly as shown.");
            return;
        }
        boolean done = feedback.attempt(() -> revocation.revoke(caller.get(), caller.tenantId(), certificate.id()));
        if (done) {
            feedback.done("The certificate \"" + certificate.name() + "\" is deleted: no device can use it any more.");
        }
    }

    public ManufacturerCertificate getCertificate() {
        return certificate;
    }

    public RevocationImpact getImpact() {
        return impact;
    }

    public String getTypedName() {
        return typedName;
    }

    public void setTypedName(String typedName) {
        this.typedName = typedName;
    }
}
