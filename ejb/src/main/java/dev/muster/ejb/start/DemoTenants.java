package dev.muster.ejb.start;

import dev.muster.domain.account.DemoLogin;
import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.account.AccountRepository;
import dev.muster.ejb.account.MembershipRepository;
import dev.muster.ejb.account.PasswordHashing;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The organization, the manufacturer and the users of the demonstration run. The manufacturer is open, so that a second
 * organization can be tried without its list.
 */
@ApplicationScoped
public class DemoTenants {

    @Inject
    private AccountRepository accounts;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private FirstAdministrator administrator;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /** Makes them if there is no user at all, with the administrator that the operator has configured, if any. */
    @Transactional
    public void ensure() {
        if (!accounts.isEmpty()) {
            return;
        }
        if (administrator.chosenName().isPresent()) {
            administrator.ensure();
        }
        Instant now = clock.instant();
        Organization organization = new Organization(new TenantName(DemoLogin.ORGANIZATION), now);
        Manufacturer manufacturer = new Manufacturer(
                new TenantName(DemoLogin.MANUFACTURER),
                IdentifierRules.of(IdentifierScheme.IMEI),
                EnrollmentPolicy.OPEN,
                now);
        store.entityManager().persist(organization);
        store.entityManager().persist(manufacturer);
        for (DemoLogin login : DemoLogin.beside(administrator.chosenName())) {
            PortalUser user =
                    new PortalUser(new TenantName(login.username()), hashing.hashAtStart(login.password()), now);
            accounts.add(user);
            memberships.add(
                    new Membership(user, login.role(), tenantOf(login.role(), organization, manufacturer), now));
        }
    }

    private static @Nullable UUID tenantOf(Role role, Organization organization, Manufacturer manufacturer) {
        return switch (role.scope()) {
            case PLATFORM -> null;
            case ORGANIZATION -> organization.id();
            case MANUFACTURER -> manufacturer.id();
        };
    }
}
