package dev.muster.web.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.shared.EnteredText;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The form that creates a manufacturer. Its scheme can be tried first, because the choice is final. */
@Named
@ViewScoped
public class NewManufacturerView implements Serializable {

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String name;

    private IdentifierScheme scheme = IdentifierScheme.IMEI;

    private String pattern;

    private String sample;

    private String contact;

    private EnrollmentPolicy enrollment = EnrollmentPolicy.ALLOWED_ORGANIZATIONS;

    public void create() {
        if (feedback.attempt(() ->
                manufacturers.create(caller.get(), name, IdentifierRules.of(scheme, pattern), enrollment, contact))) {
            feedback.done(texts.of("manufacturer.createdNamed", name));
            name = null;
            pattern = null;
            sample = null;
            contact = null;
            enrollment = EnrollmentPolicy.ALLOWED_ORGANIZATIONS;
        }
    }

    /** What the scheme says about the identifier that is tried; null if none was entered. */
    public IdentifierTrial getTrial() {
        return EnteredText.isBlank(sample) ? null : IdentifierTrial.of(scheme, pattern, sample, texts);
    }

    public IdentifierScheme[] getSchemes() {
        return IdentifierScheme.values();
    }

    /** The policies, the default first. */
    public List<EnrollmentPolicy> getPolicies() {
        return List.of(EnrollmentPolicy.ALLOWED_ORGANIZATIONS, EnrollmentPolicy.OPEN);
    }

    public EnrollmentPolicy getEnrollment() {
        return enrollment;
    }

    public void setEnrollment(EnrollmentPolicy enrollment) {
        this.enrollment = enrollment;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public IdentifierScheme getScheme() {
        return scheme;
    }

    public void setScheme(IdentifierScheme scheme) {
        this.scheme = scheme;
    }

    public String getPattern() {
        return pattern;
    }

    public void setPattern(String pattern) {
        this.pattern = pattern;
    }

    public String getSample() {
        return sample;
    }

    public void setSample(String sample) {
        this.sample = sample;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }
}
