package dev.muster.web.security;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** The user who sent this request. Views hand it to the services, which decide what the user may do. */
@Named
@RequestScoped
public class CurrentCaller {

    @Inject
    private HttpServletRequest request;

    public Optional<Caller> find() {
        return request.getUserPrincipal() instanceof PortalPrincipal principal
                ? Optional.ofNullable(principal.caller())
                : Optional.empty();
    }

    /** @throws ProblemException {@code unauthenticated} if nobody is logged in */
    public Caller get() {
        return find().orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED, "Log in first."));
    }

    /** The organization or manufacturer of the user; null for an administrator. */
    public UUID tenantId() {
        return get().tenantId();
    }

    public boolean isLoggedIn() {
        return find().isPresent();
    }

    public boolean isOrganizationManager() {
        return has(Role.ORGANIZATION_MANAGER);
    }

    public boolean isManufacturerManager() {
        return has(Role.MANUFACTURER_MANAGER);
    }

    public boolean isAdministrator() {
        return has(Role.ADMINISTRATOR);
    }

    private boolean has(Role role) {
        return find().map(Caller::role).filter(role::equals).isPresent();
    }
}
