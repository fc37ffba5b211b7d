package dev.muster.ejb.account;

import dev.muster.domain.account.PortalUser;
import java.util.List;

/**
 * A user with what the user is in each tenant.
 *
 * @param memberships the oldest first; the user logs in to the first one
 */
public record UserEntry(PortalUser user, List<MembershipEntry> memberships) {

    /** The membership in which the user logs in. */
    public MembershipEntry home() {
        return memberships.getFirst();
    }
}
