package dev.muster.ejb.account.session;

import java.util.UUID;

/** What a user has to do before a session opens anything else. The package of second factors implements it. */
public interface SessionDemand {

    /** Whether the user must add a second factor. Call it within a transaction that sees the user's tenants. */
    boolean mustAddFactor(UUID userId);
}
