package dev.muster.ejb.account.factor;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.factor.FactorKind;
import dev.muster.domain.account.factor.RecoveryCode;
import dev.muster.domain.account.factor.TotpFactor;
import dev.muster.domain.account.factor.TotpSeed;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.Act;
import dev.muster.ejb.account.acts.UserActs;
import dev.muster.ejb.account.session.SessionRepository;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Changes the second factors of a user. Each method is a transaction of its own, and locks the user, so that two windows
 * do not change the same factors at the same time. The service that calls it has checked the caller.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FactorTransactions {

    @Inject
    private UserActs acts;

    @Inject
    private FactorRepository factors;

    @Inject
    private SecondFactors all;

    @Inject
    private TotpSeeds seeds;

    @Inject
    private SessionRepository sessions;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    /** What the user has now. */
    public FactorState state(UUID userId) {
        Set<FactorKind> kinds = all.of(userId);
        Instant since =
                factors.confirmedApp(userId).map(TotpFactor::confirmedAt).orElse(null);
        return new FactorState(kinds, since, factors.codeCount(userId));
    }

    /**
     * Begins to set up an app. A seed that was never confirmed ends.
     *
     * @throws ProblemException {@code conflict} if the user has an app
     */
    public TotpSeed begin(UUID userId) {
        PortalUser user = store.lock(PortalUser.class, userId);
        if (factors.confirmedApp(userId).isPresent()) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "You have an authenticator app already. Remove it before you add another.");
        }
        factors.removeApp(userId);
        store.entityManager().clear();
        byte[] seed = seeds.newSeed();
        factors.add(seeds.newFactor(userId, seed, clock.instant()));
        return TotpSeed.of(seed, user.username());
    }

    /**
     * Confirms the app by a first code, and ends the other sessions of the user.
     *
     * @param sessionHash the hash of the session that stays
     * @return new recovery codes
     * @throws ProblemException {@code validation-failed} if the code is wrong, or if there is nothing to confirm
     */
    public List<String> confirm(UUID userId, String code, String sessionHash) {
        store.lock(PortalUser.class, userId);
        Instant now = clock.instant();
        TotpFactor app = factors.app(userId)
                .filter(found -> found.isBeingSetUp(now))
                .orElseThrow(() -> ProblemException.invalid("This took too long. Set up the app again."));
        OptionalLong step = seeds.stepOf(app, code.replaceAll("\\s", ""), now);
        if (step.isEmpty()) {
            throw ProblemException.invalid(
                    "The code is wrong. Type the code that the app shows now, and check the clock of its device.");
        }
        app.confirm(now);
        store.entityManager().flush();
        factors.acceptStep(app.id(), step.getAsLong());
        sessions.endOthers(userId, sessionHash);
        acts.recordOwn(Act.FACTOR_ADDED, userId);
        return newCodes(userId);
    }

    /** Replaces the recovery codes. */
    public List<String> renewCodes(UUID userId) {
        store.lock(PortalUser.class, userId);
        if (all.of(userId).isEmpty()) {
            throw new ProblemException(ProblemCode.CONFLICT, "Add a second factor first.");
        }
        acts.recordOwn(Act.RECOVERY_CODES_RENEWED, userId);
        return newCodes(userId);
    }

    private List<String> newCodes(UUID userId) {
        List<String> codes = RecoveryCode.newCodes(random);
        factors.replaceCodes(userId, codes);
        return codes;
    }

    /** Removes the app, and ends the other sessions of the user. */
    public void removeApp(UUID userId, String sessionHash) {
        store.lock(PortalUser.class, userId);
        factors.removeApp(userId);
        store.entityManager().clear();
        all.tidy(userId);
        sessions.endOthers(userId, sessionHash);
        acts.recordOwn(Act.FACTOR_REMOVED, userId);
    }

    /**
     * Removes all factors with the recovery codes, and ends all sessions of the user.
     *
     * @param by the administrator
     */
    public void removeAll(UUID userId, UUID by) {
        if (store.lock(PortalUser.class, userId).isDeleted()) {
            throw ProblemException.notFound();
        }
        all.removeAll(userId);
        sessions.endAll(userId);
        acts.record(Act.FACTOR_REMOVED, by, userId);
    }
}
