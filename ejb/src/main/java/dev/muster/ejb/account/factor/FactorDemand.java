package dev.muster.ejb.account.factor;

import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.session.SessionDemand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which users must have a second factor: those with one of the roles of {@code muster.second-factor-roles}, and those who
 * work for a tenant that requires it. It counts for the user as a whole, whichever tenant the user works for at the
 * moment. A user without a password logs in at a provider, which says whether the login was strong: the login is refused
 * otherwise, so no session has to add a factor.
 */
@ApplicationScoped
public class FactorDemand implements SessionDemand {

    @Inject
    private FactorRepository factors;

    @Inject
    private SecondFactors present;

    /** Names of roles, separated by commas; the launcher has checked them. */
    @Inject
    @ConfigProperty(name = "muster.second-factor-roles")
    private Optional<String> roles;

    @Override
    public boolean mustAddFactor(UUID userId) {
        return factors.isRequired(userId, required()) && present.of(userId).isEmpty();
    }

    /** Whether a user of the OpenID provider needs a login there that the provider calls strong. */
    public boolean needsStrongLogin(UUID userId) {
        return factors.isRequiredOfProvider(userId, required());
    }

    private Set<Role> required() {
        return roles.stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }
}
