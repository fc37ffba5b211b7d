package dev.muster.web.security;

import dev.muster.domain.account.Preferences;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.session.CheckedSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The user who sent this request. Views hand it to the services, which decide what the user may do. */
@Named
@RequestScoped
public class CurrentCaller {

    @Inject
    private HttpServletRequest request;

    public Optional<Caller> find() {
        return LiveSession.of(request).map(CheckedSession::caller);
    }

    /** @throws ProblemException {@code unauthenticated} if nobody is logged in */
    public Caller get() {
        return find().orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED, "Log in first."));
    }

    /** By what a page names its user: the user, and the tenant for which the page was made. */
    public String getPageUser() {
        return pageUser(get());
    }

    static String pageUser(Caller caller) {
        return caller.userId() + (caller.tenantId() == null ? "" : "." + caller.tenantId());
    }

    /** The organization or manufacturer of the user; null for a role of the platform. */
    public UUID tenantId() {
        return get().tenantId();
    }

    /** The id of the present session; null if nobody is logged in. */
    public UUID sessionId() {
        return LiveSession.of(request).map(CheckedSession::id).orElse(null);
    }

    /** Whether the user has to choose a password before anything else. */
    public boolean mustChangePassword() {
        return LiveSession.of(request)
                .filter(CheckedSession::mustChangePassword)
                .isPresent();
    }

    /** Whether the user has to add a second factor before anything else. */
    public boolean mustAddFactor() {
        return LiveSession.of(request).filter(CheckedSession::mustAddFactor).isPresent();
    }

    /** Whether the user has proved a short time ago who it is. */
    public boolean isFresh() {
        return LiveSession.of(request).filter(CheckedSession::fresh).isPresent();
    }

    /** Whether the user logs in at the OpenID provider and has no password here. */
    public boolean isOfProvider() {
        return LiveSession.of(request).filter(CheckedSession::ofProvider).isPresent();
    }

    /** How the user wants to see the portal; nobody in particular has chosen nothing. */
    public Preferences preferences() {
        return LiveSession.of(request).map(CheckedSession::preferences).orElseGet(Preferences::new);
    }

    public boolean isLoggedIn() {
        return find().isPresent();
    }

    public boolean isOfOrganization() {
        return has(role -> role.scope() == Role.Scope.ORGANIZATION);
    }

    public boolean isOfManufacturer() {
        return has(role -> role.scope() == Role.Scope.MANUFACTURER);
    }

    public boolean isAdministrator() {
        return has(role -> role == Role.ADMINISTRATOR);
    }

    /** Whether the user may see how the platform is. */
    public boolean isOfPlatform() {
        return has(role -> role.scope() == Role.Scope.PLATFORM);
    }

    /** Whether the user may change something; pages hide from others what only such a user may do. */
    public boolean isChanging() {
        return find().filter(Caller::isChanging).isPresent();
    }

    /** Whether the user's organization is suspended, so that its users change nothing. */
    public boolean isOfSuspended() {
        return find().filter(Caller::suspended).isPresent();
    }

    private boolean has(Predicate<Role> condition) {
        return find().map(Caller::role).filter(condition).isPresent();
    }
}
