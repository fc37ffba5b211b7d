package dev.muster.ejb.account.factor;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.factor.FactorKind;
import dev.muster.domain.account.factor.PendingLogin;
import dev.muster.domain.shared.Secrets;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Logins that wait for a second factor. Each method is a transaction of its own. A try is counted before its code is
 * checked, so that many codes at the same moment are not more than {@link PendingLogin#MAX_TRIES}.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PendingLogins {

    @Inject
    private PendingLoginRepository logins;

    @Inject
    private SecondFactors factors;

    @Inject
    private FactorDemand demand;

    @Inject
    private Store store;

    @Inject
    private DatabaseTime time;

    @Inject
    private SecureRandom random;

    /**
     * Begins a login of a user whose password was right.
     *
     * @return the secret for the browser; empty if the user has no second factor
     */
    public Optional<String> begin(UUID userId) {
        if (factors.of(userId).isEmpty()) {
            return Optional.empty();
        }
        logins.removeEnded(time.now());
        String secret = Secrets.newAccessToken(random);
        logins.add(new PendingLogin(Secrets.sha256Base64Url(secret), userId, time.now()));
        return Optional.of(secret);
    }

    /** Whether the user has a second factor. */
    public boolean isNeeded(UUID userId) {
        return !factors.of(userId).isEmpty();
    }

    /** Whether the user must add a second factor before anything else. */
    public boolean isMissing(UUID userId) {
        return demand.mustAddFactor(userId);
    }

    /** Whose login it is; empty if it has ended. */
    public Optional<PendingUser> find(String secret) {
        return logins.find(Secrets.sha256Base64Url(secret))
                .filter(login -> login.isValid(time.now()))
                .flatMap(login -> store.find(PortalUser.class, login.userId()))
                .filter(PortalUser::isAdmitted)
                .map(this::pending);
    }

    private PendingUser pending(PortalUser user) {
        Set<FactorKind> kinds = factors.of(user.id());
        return new PendingUser(user.id(), user.username(), kinds);
    }

    /** Counts a try; false if the login has ended. */
    public boolean count(String secret) {
        return logins.count(Secrets.sha256Base64Url(secret), time.now());
    }

    /** Ends the login, because it is finished; false if another request has ended it. */
    public boolean end(String secret) {
        return logins.end(Secrets.sha256Base64Url(secret), time.now());
    }
}
