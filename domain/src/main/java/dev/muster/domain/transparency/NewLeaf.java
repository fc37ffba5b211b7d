package dev.muster.domain.transparency;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leaf as it is stored at first: an act with its time, its salt and its entry. The sequencer gives it a place later.
 *
 * @param act the code of the act
 * @param tenantId the organization or manufacturer that sees it; null for the platform
 * @param salt 32 random bytes, of this leaf only
 * @param content the act as one line of JSON
 * @param entry what the tree commits to: 32 bytes
 */
public record NewLeaf(
        String act, @Nullable UUID tenantId, Instant happenedAt, byte[] salt, String content, byte[] entry) {

    /**
     * Makes the leaf of an act.
     *
     * @param now in whole microseconds
     * @param random makes the salt
     */
    public static NewLeaf of(LoggedAct act, Instant now, SecureRandom random) {
        byte[] salt = new byte[Hashes.SALT_LENGTH];
        random.nextBytes(salt);
        String content = act.content(now, salt);
        return new NewLeaf(act.code(), act.tenantId(), now, salt, content, Hashes.entry(salt, content));
    }
}
