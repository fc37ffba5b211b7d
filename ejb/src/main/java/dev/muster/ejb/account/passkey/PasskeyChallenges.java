package dev.muster.ejb.account.passkey;

import dev.muster.domain.account.passkey.ChallengePurpose;
import dev.muster.domain.account.passkey.ChallengeRequester;
import dev.muster.domain.account.passkey.PasskeyChallenge;
import dev.muster.domain.shared.Secrets;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes challenges, and ends each one with the first answer, within the transaction of the caller. */
@ApplicationScoped
class PasskeyChallenges {

    /** So many logins can wait at the same time at one source, or additions of one user; a further one ends the oldest. */
    static final int OPEN_OF_A_REQUESTER = 50;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private DatabaseTime time;

    @Inject
    private SecureRandom random;

    IssuedChallenge issue(ChallengePurpose purpose, ChallengeRequester asked) {
        String secret = Secrets.newAccessToken(random);
        PasskeyChallenge challenge = new PasskeyChallenge(
                Secrets.sha256Base64Url(secret), Secrets.newAccessToken(random), purpose, asked, time.now());
        passkeys.removeChallengesBeyond(asked.id(), OPEN_OF_A_REQUESTER - 1);
        passkeys.add(challenge);
        return new IssuedChallenge(challenge.challenge(), secret);
    }

    /**
     * Ends the challenge of a browser.
     *
     * @param secret the browser's; null if it has none
     * @param user who answers; null for somebody who is not logged in
     * @return the challenge, base64url; empty if the browser has no open challenge of this purpose and user
     */
    Optional<String> take(@Nullable String secret, ChallengePurpose purpose, @Nullable UUID user) {
        if (secret == null) {
            return Optional.empty();
        }
        Instant now = time.now();
        return passkeys.challenge(Secrets.sha256Base64Url(secret))
                .filter(found -> passkeys.removeChallenge(found.id()))
                .filter(found -> found.isFor(purpose, user, now))
                .map(PasskeyChallenge::challenge);
    }
}
