package dev.muster.web.account;

import dev.muster.domain.account.UserSession;
import dev.muster.ejb.account.session.SessionService;
import dev.muster.ejb.account.token.ApiTokenService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.login.AgainView;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The user's own account: tenants, sessions, tokens. */
@Named
@ViewScoped
public class ProfileView implements Serializable {

    @Inject
    private SessionService sessions;

    @Inject
    private ApiTokenService tokens;

    @Inject
    private AgainView again;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private final PagedModel<UserSession> list =
            new PagedModel<>(request -> sessions.list(caller.get(), null, request));

    private String pendingId;

    /** Remembers the session that the dialog asks about. */
    public void ask() {
        pendingId = PageParameters.text("id");
    }

    public void end() {
        if (again.allows() && feedback.attempt(() -> sessions.end(caller.get(), ViewIds.parse(pendingId)))) {
            feedback.done(texts.of("account.sessionEnded"));
        }
    }

    /** Whether it is the session of this page. */
    public boolean isPresent(UserSession session) {
        return session.id().equals(caller.sessionId());
    }

    public long getTokenCount() {
        return tokens.count(caller.get());
    }

    public PagedModel<UserSession> getList() {
        return list;
    }
}
