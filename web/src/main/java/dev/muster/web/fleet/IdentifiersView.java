package dev.muster.web.fleet;

import dev.muster.domain.enrollment.allowlist.ReleaseReason;
import dev.muster.domain.provisioning.IdentifierStanding;
import dev.muster.domain.provisioning.IdentifierState;
import dev.muster.domain.shared.EnteredText;
import dev.muster.ejb.fleet.ReleaseService;
import dev.muster.web.manufacturer.ManufacturerView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One of a manufacturer's identifiers: how far it has come, and its release. */
@Named
@ViewScoped
public class IdentifiersView implements Serializable {

    @Inject
    private ReleaseService releases;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private ManufacturerView manufacturer;

    @Inject
    private Texts texts;

    private String typed;

    private transient IdentifierStanding standing;

    /** The identifier that was found. It stays until the request that releases it. */
    private String found;

    private String reason;

    private String confirmed;

    /** Searches for the identifier that was typed. */
    public void find() {
        found = typed;
        reason = null;
        confirmed = null;
        standing = null;
        if (!feedback.attempt(this::look)) {
            found = null;
        }
    }

    private void look() {
        standing = releases.standing(caller.get(), manufacturer.manufacturerId(), found);
    }

    /**
     * Releases the identifier that is shown. If a device has joined with it, the user must have typed the identifier
     * again, and the device goes, too.
     */
    public void release() {
        if (!feedback.attempt(this::look)) {
            return;
        }
        boolean withDevice = standing.state().hasDevice();
        if (withDevice && !EnteredText.trimmed(confirmed).equals(standing.uniqueIdentifier())) {
            feedback.error(texts.of("manufacturer.notTheIdentifier"));
            return;
        }
        if (feedback.attempt(() -> release(withDevice))) {
            feedback.done(texts.of("manufacturer.released"));
            find();
        }
    }

    private void release(boolean withDevice) {
        releases.release(caller.get(), manufacturer.manufacturerId(), found, new ReleaseReason(reason), withDevice);
    }

    /** Null if nothing was found. */
    public IdentifierStanding getStanding() {
        if (standing == null && found != null) {
            look();
        }
        return standing;
    }

    /** Whether this user can release the identifier in its present state. */
    public boolean isReleasable() {
        IdentifierState state = getStanding() == null
                ? IdentifierState.NOT_ENROLLED
                : getStanding().state();
        return state == IdentifierState.ENROLLED && caller.isChanging()
                || state.hasDevice() && caller.isAdministrator();
    }

    /** What the state means, in sentences. */
    public String getMeaning() {
        return switch (getStanding().state()) {
            case NOT_ENROLLED -> texts.of("manufacturer.meaningNotEnrolled");
            case ENROLLED -> texts.of("manufacturer.meaningEnrolled");
            case PROVISIONED -> texts.of("manufacturer.meaningProvisioned");
            case ACTIVE -> texts.of("manufacturer.meaningActive");
            case INVALIDATED -> texts.of("manufacturer.meaningInvalidated");
        };
    }

    public int getMaxReason() {
        return ReleaseReason.MAX_LENGTH;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getConfirmed() {
        return confirmed;
    }

    public void setConfirmed(String confirmed) {
        this.confirmed = confirmed;
    }
}
