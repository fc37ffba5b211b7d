package dev.muster.ejb.account.session;

import dev.muster.domain.account.Preferences;
import dev.muster.domain.account.UserSession;
import dev.muster.domain.shared.Caller;
import java.time.Instant;
import java.util.UUID;

/**
 * A session as the database has it at the moment.
 *
 * @param caller the user with the present rights
 * @param mustChangePassword whether the user has to choose a password before anything else
 * @param mustAddFactor whether the user has to add a second factor before anything else
 * @param fresh whether the user has proved a short time ago who it is
 * @param ofProvider whether the user logs in at an OpenID provider and has no password here
 * @param preferences how the user wants to see the portal
 */
public record CheckedSession(
        UUID id,
        Caller caller,
        boolean mustChangePassword,
        boolean mustAddFactor,
        boolean fresh,
        boolean ofProvider,
        Preferences preferences) {

    static CheckedSession of(UserSession session, boolean mustAddFactor, Instant now) {
        return new CheckedSession(
                session.id(),
                session.membership().asCaller(),
                session.user().isPasswordForeign(),
                mustAddFactor,
                session.isFresh(now),
                session.user().isOfProvider(),
                session.user().preferences());
    }
}
