package dev.muster.ejb.account.passkey;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.passkey.ChallengePurpose;
import dev.muster.domain.account.passkey.ChallengeRequester;
import dev.muster.domain.account.passkey.NewPasskey;
import dev.muster.domain.account.passkey.Passkey;
import dev.muster.domain.account.passkey.PasskeyHolder;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.transparency.Act;
import dev.muster.ejb.account.acts.UserActs;
import dev.muster.ejb.account.factor.FactorDemand;
import dev.muster.ejb.account.factor.SecondFactors;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What adding and deleting a passkey does with the database. Each method is a transaction of its own, so that no connection is
 * held while the password is hashed, and a challenge stays used if its answer is refused.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasskeyEnrolment {

    @Inject
    private UserActs acts;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private PasskeyChallenges challenges;

    @Inject
    private PasskeyParty party;

    @Inject
    private SecondFactors factors;

    @Inject
    private FactorDemand demand;

    @Inject
    private SessionRepository sessions;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    /** @throws ProblemException {@code conflict} if the caller has as many passkeys as are allowed */
    public PasskeyCreation begin(Caller caller) {
        store.lock(PortalUser.class, caller.userId());
        requirePlace(caller);
        PasskeyHolder holder = passkeys.holder(caller.userId()).orElseGet(() -> {
            PasskeyHolder made = new PasskeyHolder(caller.userId(), random);
            passkeys.add(made);
            return made;
        });
        return new PasskeyCreation(
                party.get().id(),
                holder.handle(),
                caller.username(),
                passkeys.ofUser(caller.userId()).stream()
                        .map(Passkey::credentialId)
                        .toList(),
                challenges.issue(ChallengePurpose.ENROLMENT, ChallengeRequester.user(caller.userId())));
    }

    /** Ends the challenge of this browser; empty if it has none that is open. */
    public Optional<String> take(Caller caller, @Nullable String secret) {
        return challenges.take(secret, ChallengePurpose.ENROLMENT, caller.userId());
    }

    /**
     * Adds a passkey, and ends the user's other sessions.
     *
     * @param sessionHash of the session that stays
     * @throws ProblemException {@code conflict} if it exists already, or if the caller has as many as are allowed
     */
    public Passkey add(Caller caller, TenantName name, NewPasskey made, String sessionHash) {
        PortalUser user = store.lock(PortalUser.class, caller.userId());
        requirePlace(caller);
        Passkey passkey = new Passkey(user, party.get(), name, made, clock.instant());
        passkeys.add(passkey);
        acts.recordOwn(Act.PASSKEY_ADDED, user.id());
        sessions.endOthers(user.id(), sessionHash);
        return passkey;
    }

    /** @throws ProblemException {@code not-found} if it is no passkey of the caller */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Passkey own(Caller caller, UUID passkeyId) {
        return store.lockAlone(Passkey.class, passkeyId)
                .filter(found -> found.isOf(caller.userId()))
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * Deletes a passkey, and ends the user's other sessions.
     *
     * @param sessionHash of the session that stays
     * @throws ProblemException {@code not-found}; {@code conflict} if the caller must have a second factor and has no other
     */
    public void remove(Caller caller, UUID passkeyId, String sessionHash) {
        store.lock(PortalUser.class, caller.userId());
        passkeys.remove(own(caller, passkeyId));
        if (demand.mustAddFactor(caller.userId())) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "Your role, or a tenant for which you work, requires a second factor. Add another one first.");
        }
        factors.tidy(caller.userId());
        acts.recordOwn(Act.PASSKEY_REMOVED, caller.userId());
        sessions.endOthers(caller.userId(), sessionHash);
    }

    private void requirePlace(Caller caller) {
        if (passkeys.ofUser(caller.userId()).size() >= Passkey.MOST_OF_A_USER) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "You have " + Passkey.MOST_OF_A_USER + " passkeys; nobody can have more. Delete one first.");
        }
    }
}
