package dev.muster.web.trust;

import dev.muster.domain.trust.CertificateChange;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.X509Details;
import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.key.Der;
import dev.muster.ejb.device.CertificateUse;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.ejb.trust.revocation.CertificateInUse;
import dev.muster.ejb.trust.revocation.CertificateUseService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;

/** One certificate in detail. Everything shown is public: the server has no secret of the certificate. */
@Named
@ViewScoped
public class CertificateView implements Serializable {

    @Inject
    private CertificateUseService use;

    @Inject
    private CertificateService certificates;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String id;

    private transient CertificateInUse entry;

    private transient X509Details details;

    /** Reads everything again. */
    public void refresh() {
        entry = use.get(caller.get(), caller.tenantId(), ViewIds.parse(id));
        details = X509Details.of(entry.certificate().certificate());
    }

    /** Whether this kind of certificate can accept literal proofs at all. */
    public boolean isLiteralPossible() {
        return getCertificate().purpose().takesLiteralForm(getCertificate().keyAlgorithm());
    }

    public void allowLiteral() {
        acceptLiteral(true);
    }

    public void forbidLiteral() {
        acceptLiteral(false);
    }

    private void acceptLiteral(boolean accepted) {
        CertificateChange change = CertificateChange.literalForm(accepted);
        if (feedback.attempt(() -> certificates.change(
                caller.get(), caller.tenantId(), getCertificate().id(), change))) {
            feedback.done(accepted ? texts.of("trust.literalAccepted") : texts.of("trust.literalRefused"));
        }
        refresh();
    }

    public ManufacturerCertificate getCertificate() {
        return entry().certificate();
    }

    public CertificateUse getUse() {
        return entry().use();
    }

    public X509Details getDetails() {
        entry();
        return details;
    }

    /** The certificate, PEM. */
    public String getPem() {
        return Pem.encode(Der.certificate(getCertificate().certificate()));
    }

    /** Its issuers up to the root, PEM. */
    public String getChain() {
        return certificates.chainPem(
                caller.get(), caller.tenantId(), getCertificate().id());
    }

    /** The name of the downloaded files. The access key in it is public and valid in every file system. */
    public String getFileName() {
        return "muster-" + getCertificate().accessKey().toLowerCase(Locale.ROOT);
    }

    private CertificateInUse entry() {
        if (entry == null) {
            refresh();
        }
        return entry;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
