package dev.muster.ejb.account.passkey;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.passkey.ChallengePurpose;
import dev.muster.domain.account.passkey.ChallengeRequester;
import dev.muster.domain.account.passkey.Passkey;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.account.MembershipRepository;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a login by passkey does with the database. Each method is a transaction of its own. A refusal is a value, so that
 * the challenge stays used.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasskeyLogin {

    private static final Logger LOG = System.getLogger(PasskeyLogin.class.getName());

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private PasskeyChallenges challenges;

    @Inject
    private PasskeyVerifier verifier;

    @Inject
    private PasskeyParty party;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private DatabaseTime time;

    public PasskeyRequest begin(String source) {
        return new PasskeyRequest(
                party.get().id(), challenges.issue(ChallengePurpose.LOGIN, ChallengeRequester.stranger(source)));
    }

    /** The user whose passkey has answered the challenge of this browser, if the user may log in. */
    public Optional<Caller> finish(@Nullable String secret, PasskeyAssertion answer) {
        return challenges
                .take(secret, ChallengePurpose.LOGIN, null)
                .flatMap(challenge -> passkeys.lock(answer.credential(), answer.handle())
                        .filter(passkey -> isProven(passkey, challenge, answer)))
                .map(Passkey::user)
                .filter(PortalUser::isAdmitted)
                .flatMap(user -> memberships.home(user.id()))
                .map(Membership::asCaller);
    }

    private boolean isProven(Passkey passkey, String challenge, PasskeyAssertion answer) {
        try {
            passkey.used(verifier.check(party.get(), challenge, passkey, answer), time.now());
            return true;
        } catch (PasskeyRefusedException e) {
            LOG.log(
                    Level.WARNING,
                    "A login with passkey {0} of user {1} is refused: {2}",
                    passkey.id(),
                    passkey.user().id(),
                    e.getMessage());
            return false;
        }
    }
}
