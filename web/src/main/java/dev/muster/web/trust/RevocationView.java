package dev.muster.web.trust;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.ejb.trust.revocation.RevocationImpact;
import dev.muster.ejb.trust.revocation.RevocationService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.UtcField;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Deletes a certificate. The dialog says what that would do, then asks when and why, and for the name of the
 * certificate.
 */
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

    @Inject
    private Display display;

    @Inject
    private Clock clock;

    @Inject
    private Texts texts;

    private String certificateId;

    private transient ManufacturerCertificate certificate;

    private transient RevocationImpact impact;

    private String typedName;

    private boolean planned;

    private String date;

    private RevocationReason reason;

    /** Shows what deleting the certificate that the page names would do. */
    public void ask() {
        certificateId = PageParameters.text("id");
        typedName = null;
        feedback.attempt(() -> {
            look();
            Instant now = clock.instant();
            Instant plan = certificate.plannedRevocation(now).orElse(null);
            planned = plan != null;
            date = UtcField.write(plan == null ? now.plus(Duration.ofDays(1)) : plan);
            reason = plan == null ? RevocationReason.UNSPECIFIED : certificate.revocationReason();
        });
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
            feedback.error(texts.of("trust.notTheName"));
            return;
        }
        String done = planned ? attemptToPlan() : attemptToRevoke();
        if (done != null) {
            feedback.done(done);
        }
    }

    private String attemptToRevoke() {
        boolean done = feedback.attempt(() -> revocation.revoke(user(), caller.tenantId(), id(), reason));
        return done ? texts.of("trust.revoked", certificate.name()) : null;
    }

    private String attemptToPlan() {
        boolean done = feedback.attempt(() -> revocation.plan(user(), caller.tenantId(), id(), instant(), reason));
        return done ? texts.of("trust.planned", certificate.name(), display.moment(instant())) : null;
    }

    /** Cancels the plan that the page shows. */
    public void cancel() {
        if (!feedback.attempt(this::look)) {
            return;
        }
        if (feedback.attempt(() -> revocation.cancel(user(), caller.tenantId(), id()))) {
            feedback.done(texts.of("trust.planCancelled", certificate.name()));
        }
    }

    private Caller user() {
        return caller.get();
    }

    private UUID id() {
        return certificate.id();
    }

    private Instant instant() {
        return UtcField.read(date).orElseThrow(() -> ProblemException.invalid(texts.of("trust.dateMissing")));
    }

    public ManufacturerCertificate getCertificate() {
        return certificate;
    }

    public RevocationImpact getImpact() {
        return impact;
    }

    public RevocationReason[] getReasons() {
        return RevocationReason.values();
    }

    public Instant getNow() {
        return clock.instant();
    }

    /** The earliest date that can be chosen. */
    public String getToday() {
        return UtcField.write(getNow());
    }

    public String getTypedName() {
        return typedName;
    }

    public void setTypedName(String typedName) {
        this.typedName = typedName;
    }

    public boolean isPlanned() {
        return planned;
    }

    public void setPlanned(boolean planned) {
        this.planned = planned;
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public RevocationReason getReason() {
        return reason;
    }

    public void setReason(RevocationReason reason) {
        this.reason = reason;
    }
}
