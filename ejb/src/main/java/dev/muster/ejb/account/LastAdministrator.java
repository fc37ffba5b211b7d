package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.UserState;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Keeps the platform from losing its last administrator. Nobody takes the own rights away, and at least one other
 * administrator who can log in stays. The rows of all administrators are locked while this is decided, so two of them
 * cannot remove each other at the same time.
 */
@ApplicationScoped
public class LastAdministrator {

    @Inject
    private MembershipRepository memberships;

    /** @throws ProblemException {@code conflict} if the user is the caller */
    void requireOther(Caller caller, UUID userId) {
        if (caller.userId().equals(userId)) {
            throw conflict("This is your own account. Ask another administrator to do this.");
        }
    }

    /** @throws ProblemException {@code conflict} if the user is the caller, or the last administrator */
    void requireAnother(Caller caller, UUID userId) {
        requireOther(caller, userId);
        requireOneBeside(userId, memberships.lockAdministrators());
    }

    /** Like {@link #requireAnother(Caller, UUID)}, for a change that may leave the user an administrator. */
    void requireAnother(Caller caller, UUID userId, UserChange change) {
        boolean stays = !change.disabled().orElse(false)
                && change.place()
                        .filter(place -> place.role() == Role.ADMINISTRATOR)
                        .isPresent();
        if (!stays) {
            requireAnother(caller, userId);
        }
    }

    /** Like {@link #requireAnother(Caller, UUID)}, if the membership is that of an administrator. */
    void requireAnother(Caller caller, UUID userId, UUID membershipId) {
        List<Membership> administrators = memberships.lockAdministrators();
        if (administrators.stream().anyMatch(membership -> membership.id().equals(membershipId))) {
            requireOther(caller, userId);
            requireOneBeside(userId, administrators);
        }
    }

    private static void requireOneBeside(UUID userId, List<Membership> administrators) {
        boolean isThere = administrators.stream()
                .map(Membership::user)
                .anyMatch(user -> !user.id().equals(userId) && canAlwaysLogIn(user));
        if (!isThere) {
            throw conflict(
                    "No other administrator with a password could log in then. Make another administrator first.");
        }
    }

    /** Without the OpenID provider, too: it may be out of reach, or may take the group away. */
    private static boolean canAlwaysLogIn(PortalUser user) {
        return user.state() == UserState.ACTIVE && !user.isOfProvider();
    }

    static ProblemException conflict(String sentence) {
        return new ProblemException(ProblemCode.CONFLICT, sentence);
    }
}
