package dev.muster.web.account.factor;

import dev.muster.domain.shared.Caller;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.login.AgainView;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.UUID;

/** Whether the users of a tenant must have a second factor: the user's own tenant, or the one that an administrator looks at. */
public abstract class RequiredFactor implements Serializable {

    @Inject
    private AgainView again;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String id;

    private Boolean required;

    abstract boolean read(Caller reader, UUID tenantId);

    abstract void write(Caller writer, UUID tenantId, boolean wanted);

    /** A user who no longer requires the factor proves again who it is. */
    public void save() {
        boolean wanted = isRequired();
        if (wanted || again.allows()) {
            save(wanted);
        }
    }

    private void save(boolean wanted) {
        if (feedback.attempt(() -> write(caller.get(), tenantId(), wanted))) {
            feedback.done(texts.of(wanted ? "account.factorNowRequired" : "account.factorNowFree"));
        } else {
            required = null;
        }
    }

    public boolean isRequired() {
        if (required == null) {
            required = read(caller.get(), tenantId());
        }
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    private UUID tenantId() {
        return id == null ? caller.tenantId() : ViewIds.parse(id);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
