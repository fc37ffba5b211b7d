package dev.muster.ejb.customer;

import dev.muster.domain.organization.Organization;
import dev.muster.ejb.account.CreatedUser;

/** A new organization with its first manager, who has a link. */
public record CreatedCustomer(Organization organization, CreatedUser manager) {}
