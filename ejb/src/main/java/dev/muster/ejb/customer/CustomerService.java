package dev.muster.ejb.customer;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.CreatedUser;
import dev.muster.ejb.account.NewUser;
import dev.muster.ejb.account.Place;
import dev.muster.ejb.account.member.MemberService;
import dev.muster.ejb.enrollment.allowlist.AllowListService;
import dev.muster.ejb.organization.OrganizationService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Makes a new customer in one transaction: if a part cannot be made, nothing is made. */
@Stateless
public class CustomerService {

    @Inject
    private OrganizationService organizations;

    @Inject
    private AllowListService lists;

    @Inject
    private MemberService members;

    /**
     * Makes an organization with its first manager, and adds it to the lists of manufacturers.
     *
     * @throws ProblemException {@code forbidden} for everyone but administrators
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if the name of the organization or of the
     *     manager is taken
     */
    public CreatedCustomer create(Caller caller, NewCustomer wanted) {
        caller.requireAdministrator();
        Organization organization = organizations.create(caller, wanted.name());
        wanted.manufacturerIds().forEach(manufacturer -> lists.allow(caller, manufacturer, organization.id()));
        Place place = new Place(Role.ORGANIZATION_MANAGER, organization.id(), null);
        CreatedUser manager = members.invite(caller, new NewUser(wanted.username(), wanted.displayName(), null, place));
        return new CreatedCustomer(organization, manager);
    }
}
