package dev.muster.ejb.account;

import dev.muster.domain.account.PasswordPolicy;
import dev.muster.domain.account.password.OwnWords;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Applies the rules for passwords, with the words of the user's tenants and of this server. */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasswordRules {

    @Inject
    private Store store;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private URI publicUrl;

    /**
     * Accepts a new password of this user.
     *
     * @param tenants the ids of the user's organizations and manufacturers
     * @throws ProblemException {@code validation-failed}
     */
    public void check(@Nullable String password, String username, Collection<UUID> tenants) {
        List<String> names = new ArrayList<>();
        for (UUID id : tenants) {
            store.find(Organization.class, id).map(Organization::name).ifPresent(names::add);
            store.find(Manufacturer.class, id).map(Manufacturer::name).ifPresent(names::add);
        }
        PasswordPolicy.check(password, OwnWords.of(username, names, publicUrl.getHost()));
    }
}
