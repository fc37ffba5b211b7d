package dev.muster.ejb.account;

import dev.muster.domain.account.PortalUser;
import dev.muster.ejb.account.factor.SecondFactors;
import dev.muster.ejb.account.session.SessionRepository;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Ends what users can do. The caller has locked the user. */
@ApplicationScoped
public class UserAccess {

    @Inject
    private SessionRepository sessions;

    @Inject
    private AccountRepository accounts;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private SecondFactors factors;

    @Inject
    private Store store;

    /** Ends the user's sessions and API tokens. */
    public void end(PortalUser user, Instant now) {
        sessions.endAll(user.id());
        accounts.revokeTokens(user.id(), false, now);
    }

    /** Deletes the user. What the user has made stays, and no longer tells who made it. */
    void delete(PortalUser user, Instant now) {
        end(user, now);
        accounts.removeLink(user.id());
        factors.removeAll(user.id());
        accounts.forgetPasskeyHolder(user.id());
        accounts.forgetAddress(user.id());
        user.delete(now);
        store.entityManager().flush();
        memberships.removeAll(user.id());
    }
}
