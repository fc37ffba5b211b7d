package dev.muster.ejb.account.factor;

import dev.muster.domain.account.factor.RecoveryCode;
import dev.muster.domain.account.factor.Totp;
import dev.muster.domain.account.factor.TotpFactor;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Checks the codes that users type. Each code counts once: the database decides, so it does not matter to how many
 * servers somebody sends it at the same time. This class counts no wrong codes; its callers do ({@code LoginDelays}).
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FactorCodes {

    @Inject
    private FactorRepository factors;

    @Inject
    private TotpSeeds seeds;

    @Inject
    private Clock clock;

    /**
     * Uses up a code of the user.
     *
     * @param typed six digits of an authenticator app, or a recovery code; blanks do not matter
     * @return false if the code is wrong, too old, or used already
     */
    public boolean accept(UUID userId, String typed) {
        String code = typed.replaceAll("\\s", "");
        return Totp.isCode(code) ? acceptOfApp(userId, code) : factors.useCode(userId, RecoveryCode.hash(code));
    }

    private boolean acceptOfApp(UUID userId, String code) {
        return factors.confirmedApp(userId).filter(app -> accepts(app, code)).isPresent();
    }

    private boolean accepts(TotpFactor app, String code) {
        OptionalLong step = seeds.stepOf(app, code, clock.instant());
        return step.isPresent() && factors.acceptStep(app.id(), step.getAsLong());
    }
}
