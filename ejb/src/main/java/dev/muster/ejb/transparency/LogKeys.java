package dev.muster.ejb.transparency;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.LogKey;
import dev.muster.domain.transparency.LogKeyPairs;
import dev.muster.domain.transparency.SignedNote;
import dev.muster.domain.transparency.VerifierKey;
import dev.muster.ejb.transparency.LogKeyRepository.SealedLogKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign checkpoints: the present one, and the one before, so that whoever trusts that learns of the present
 * one. They are kept in memory, because each round of the sequencer signs.
 */
@ApplicationScoped
public class LogKeys {

    private static final int SIGNING = 2;

    @Inject
    private SealedKeys sealed;

    @Inject
    private LogKeyRepository keys;

    private volatile @Nullable Signers signers;

    /** A signed note of a checkpoint, by the keys that sign now. */
    String sign(Checkpoint checkpoint, UUID keyId) {
        Signers present = signers;
        if (present == null || !present.keyId.equals(keyId)) {
            present = load(keyId);
            signers = present;
        }
        return SignedNote.sign(checkpoint.text(), present.keys.toArray(LogKey[]::new));
    }

    /** All public keys, the newest first. */
    List<VerifierKey> published() {
        return keys.published();
    }

    private Signers load(UUID keyId) {
        return new Signers(
                keyId, keys.all().stream().limit(SIGNING).map(this::open).toList());
    }

    private LogKey open(SealedLogKey key) {
        return LogKeyPairs.of(
                key.name(), key.publicKey(), sealed.open(key.encryptedKey(), LogKeyPairs.associatedData(key.id())));
    }

    private record Signers(UUID keyId, List<LogKey> keys) {}
}
