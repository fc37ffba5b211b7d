package dev.muster.web.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.CertificateKey;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.issue.CertificateRefusedException;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.text.Texts;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The form that creates a certificate. Each request brings all of its fields, and the server keeps none between two
 * requests: the browser holds the form. A refusal is shown beside it, and the fields stay as they are.
 */
@Named
@RequestScoped
public class NewCertificateView {

    private static final int A_YEAR = 365;

    @Inject
    private CertificateService certificates;

    @Inject
    private CurrentCaller caller;

    @Inject
    private IssuedView issued;

    @Inject
    private CertificateSentences sentences;

    @Inject
    private Texts texts;

    private String name;

    private CertificatePurpose purpose = CertificatePurpose.PROOF;

    private KeySource keySource = KeySource.HERE;

    private KeyAlgorithm keyAlgorithm = KeyAlgorithm.EC_P256;

    private String csr;

    private int validityDays = A_YEAR;

    private Integer maxDevices;

    private boolean literalForm;

    private String refusal;

    /** Creates the certificate. Its secrets live only as long as this request. */
    public void create() {
        try {
            issued.show(certificates.create(caller.get(), caller.tenantId(), request()));
        } catch (ProblemException problem) {
            refuse(problem.getMessage());
        } catch (EJBException e) {
            if (!(e.getCausedByException() instanceof CertificateRefusedException refused)) {
                throw e;
            }
            refuse(sentences.of(refused.reason()));
        }
    }

    private CertificateRequest request() {
        if (purpose == null || keySource == null) {
            throw ProblemException.invalid(texts.of("trust.choiceMissing"));
        }
        return new CertificateRequest(new TenantName(name), purpose, key(), validityDays, maxDevices, isLiteralAsked());
    }

    private CertificateKey key() {
        return switch (keySource) {
            case HERE -> new CertificateKey.Generated(keyAlgorithm);
            case CSR -> new CertificateKey.Requested(new CsrText(csr, texts).der());
        };
    }

    /** A box that the page does not offer does not count, even if it was ticked before the choice changed. */
    private boolean isLiteralAsked() {
        boolean offered = switch (keySource) {
            case HERE -> purpose.takesLiteralForm(keyAlgorithm);
            case CSR -> purpose == CertificatePurpose.PROOF;
        };
        return offered && literalForm;
    }

    private void refuse(String sentence) {
        refusal = sentence;
        FacesContext.getCurrentInstance().validationFailed();
    }

    public List<KeyAlgorithm> getKeyAlgorithms() {
        return KeyAlgorithm.offered();
    }

    /**
     * The names of the kinds of key that Muster makes for a purpose, with commas in between, for the script of the
     * page.
     */
    public String keysFor(CertificatePurpose of) {
        return of.offeredKeys().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    public int maxDays(CertificatePurpose of) {
        return of.maxDays();
    }

    /** The names of the kinds of key for which the literal proof can be turned on. */
    public String getLiteralKeys() {
        return Arrays.stream(KeyAlgorithm.values())
                .filter(CertificatePurpose.PROOF::takesLiteralForm)
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    /** Why no certificate was created; null if it was. */
    public String getRefusal() {
        return refusal;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public CertificatePurpose getPurpose() {
        return purpose;
    }

    public void setPurpose(CertificatePurpose purpose) {
        this.purpose = purpose;
    }

    public KeySource getKeySource() {
        return keySource;
    }

    public void setKeySource(KeySource keySource) {
        this.keySource = keySource;
    }

    public KeyAlgorithm getKeyAlgorithm() {
        return keyAlgorithm;
    }

    public void setKeyAlgorithm(KeyAlgorithm keyAlgorithm) {
        this.keyAlgorithm = keyAlgorithm;
    }

    public String getCsr() {
        return csr;
    }

    public void setCsr(String csr) {
        this.csr = csr;
    }

    public int getValidityDays() {
        return validityDays;
    }

    public void setValidityDays(int validityDays) {
        this.validityDays = validityDays;
    }

    public Integer getMaxDevices() {
        return maxDevices;
    }

    public void setMaxDevices(Integer maxDevices) {
        this.maxDevices = maxDevices;
    }

    public boolean isLiteralForm() {
        return literalForm;
    }

    public void setLiteralForm(boolean literalForm) {
        this.literalForm = literalForm;
    }
}
