package dev.muster.web.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.CertificateRefusedException;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.CertificateStatus;
import dev.muster.domain.trust.KeyAlgorithm;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PagedModel;
import jakarta.ejb.EJBException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** The manufacturer's certificates, and the form that makes one. */
@Named
@ViewScoped
public class CertificatesView implements Serializable {

    private static final int A_YEAR = 365;

    @Inject
    private CertificateService certificates;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private IssuedView issued;

    private final PagedModel<ManufacturerCertificate> list =
            new PagedModel<>(request -> certificates.list(caller.get(), caller.tenantId(), request));

    private String name;

    private KeyAlgorithm keyAlgorithm = KeyAlgorithm.EC_P256;

    private int validityDays = A_YEAR;

    /** Makes the certificate; its secrets live as long as this request. */
    public void create() {
        if (feedback.attempt(this::issue)) {
            name = null;
        }
    }

    private void issue() {
        CertificateRequest request = CertificateRequest.proof(new TenantName(name), keyAlgorithm, validityDays);
        try {
            issued.show(certificates.create(caller.get(), caller.tenantId(), request));
        } catch (EJBException e) {
            if (e.getCausedByException() instanceof CertificateRefusedException refused) {
                throw ProblemException.invalid(CertificateSentences.of(refused.reason()));
            }
            throw e;
        }
    }

    public CertificateStatus status(ManufacturerCertificate certificate) {
        return certificate.status(Instant.now());
    }

    public List<KeyAlgorithm> getKeyAlgorithms() {
        return CertificatePurpose.PROOF.offeredKeys();
    }

    public int getMaxDays() {
        return CertificatePurpose.PROOF.maxDays();
    }

    public PagedModel<ManufacturerCertificate> getList() {
        return list;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public KeyAlgorithm getKeyAlgorithm() {
        return keyAlgorithm;
    }

    public void setKeyAlgorithm(KeyAlgorithm keyAlgorithm) {
        this.keyAlgorithm = keyAlgorithm;
    }

    public int getValidityDays() {
        return validityDays;
    }

    public void setValidityDays(int validityDays) {
        this.validityDays = validityDays;
    }
}
