package dev.muster.web.account;

import dev.muster.domain.account.UserSession;
import dev.muster.domain.account.UserState;
import dev.muster.ejb.account.MembershipEntry;
import dev.muster.ejb.account.UserChange;
import dev.muster.ejb.account.UserEntry;
import dev.muster.ejb.account.UserService;
import dev.muster.ejb.account.login.FactorService;
import dev.muster.ejb.account.passkey.PasskeyService;
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
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** One user, with what an administrator can do about the user. */
@Named
@ViewScoped
public class UserView implements Serializable {

    private static final String LIST = "/administration/users?faces-redirect=true";

    @Inject
    private UserService users;

    @Inject
    private FactorService factors;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private AgainView again;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private IssuedLinkView issued;

    @Inject
    private Texts texts;

    private final PagedModel<UserSession> sessions =
            new PagedModel<>(request -> users.sessions(caller.get(), userId(), request));

    private final PlaceChoice role = new PlaceChoice();

    private final PlaceChoice further = new PlaceChoice();

    private String id;

    private transient UserEntry entry;

    private String displayName;

    private String pendingId;

    private String reason;

    public void open() {
        displayName = getEntry().user().displayName();
        showRole();
    }

    private void showRole() {
        role.show(
                home().membership().role(),
                home().membership().organizationId(),
                home().membership().manufacturerId());
    }

    private UUID userId() {
        return ViewIds.parse(id);
    }

    public UserEntry getEntry() {
        if (entry == null) {
            entry = users.get(caller.get(), userId());
        }
        return entry;
    }

    private MembershipEntry home() {
        return getEntry().home();
    }

    /** Whether this is the account of the administrator who looks at it. */
    public boolean isOwn() {
        return userId().equals(caller.get().userId());
    }

    public boolean isDisabled() {
        return getEntry().user().state() == UserState.DISABLED;
    }

    public void rename() {
        change(UserChange.displayName(displayName == null ? "" : displayName), texts.of("account.nameSaved"));
    }

    public void changeRole() {
        if (again.allows()) {
            change(UserChange.place(role.place()), texts.of("account.roleChanged"));
        }
    }

    public void disable() {
        change(UserChange.disabled(true), texts.of("account.userDisabled"));
    }

    public void enable() {
        if (again.allows()) {
            change(UserChange.disabled(false), texts.of("account.userEnabled"));
        }
    }

    private void change(UserChange change, String done) {
        attempt(() -> entry = users.change(caller.get(), userId(), change), done);
    }

    public void reset() {
        boolean done = again.allows()
                && feedback.attempt(
                        () -> issued.show(getEntry().user().username(), users.reset(caller.get(), userId())));
        PrimeFaces.current().ajax().addCallbackParam("issued", done);
        entry = null;
    }

    public void endSessions() {
        attempt(() -> users.endSessions(caller.get(), userId()), texts.of("account.allSessionsEnded"));
    }

    public void endTokens() {
        attempt(() -> users.endTokens(caller.get(), userId()), texts.of("account.allTokensRevoked"));
    }

    /** Whether the user has a second factor. */
    public boolean isFactored() {
        return !factors.stateOf(caller.get(), userId()).kinds().isEmpty();
    }

    public void removeFactors() {
        if (again.allows()) {
            attempt(() -> factors.removeAll(caller.get(), userId(), reason), texts.of("account.factorRemoved"));
            reason = null;
        }
    }

    public void join() {
        if (again.allows()) {
            attempt(() -> entry = users.join(caller.get(), userId(), further.place()), texts.of("account.tenantAdded"));
        }
    }

    /** Remembers the membership that the dialog asks about. */
    public void ask() {
        pendingId = PageParameters.text("id");
    }

    public void leave() {
        attempt(
                () -> entry = users.leave(caller.get(), userId(), ViewIds.parse(pendingId)),
                texts.of("account.tenantLeft"));
    }

    private void attempt(Runnable useCase, String done) {
        if (feedback.attempt(useCase)) {
            feedback.done(done);
        } else {
            entry = null;
            showRole();
        }
    }

    /** Returns to the list, or stays on the page if the user cannot be deleted. */
    public String delete() {
        if (!feedback.attempt(() -> users.delete(caller.get(), userId()))) {
            return null;
        }
        feedback.done(texts.of("account.userDeleted"));
        feedback.keep();
        return LIST;
    }

    public int getPasskeyCount() {
        return passkeys.count(caller.get(), userId());
    }

    public long getTokenCount() {
        return users.tokenCount(caller.get(), userId());
    }

    public PagedModel<UserSession> getSessions() {
        return sessions;
    }

    public PlaceChoice getRole() {
        return role;
    }

    public PlaceChoice getFurther() {
        return further;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
