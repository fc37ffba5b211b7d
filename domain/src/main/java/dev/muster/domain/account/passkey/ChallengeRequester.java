package dev.muster.domain.account.passkey;

import dev.muster.domain.shared.Secrets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has asked for a challenge. Each requester has only a few open challenges, so that nobody fills the database.
 *
 * @param id a hash, 43 characters
 * @param userId the user who is logged in; null for a stranger
 */
public record ChallengeRequester(String id, @Nullable UUID userId) {

    /** @param source the network address */
    public static ChallengeRequester stranger(String source) {
        return new ChallengeRequester(Secrets.sha256Utf8("source\0" + source), null);
    }

    public static ChallengeRequester user(UUID userId) {
        return new ChallengeRequester(Secrets.sha256Utf8("user\0" + userId), userId);
    }
}
