package dev.muster.ejb.account.session;

import dev.muster.domain.account.UserSession;
import dev.muster.domain.shared.Caller;
import java.util.UUID;

/**
 * A session as the database has it at the moment.
 *
 * @param caller the user with the present rights
 * @param mustChangePassword whether the user has to choose a password before anything else
 */
public record CheckedSession(UUID id, Caller caller, boolean mustChangePassword) {

    static CheckedSession of(UserSession session) {
        return new CheckedSession(
                session.id(), session.membership().asCaller(), session.user().isPasswordForeign());
    }
}
