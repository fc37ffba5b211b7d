package dev.muster.domain.account.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The authenticator app of a user. It begins when the user asks for a seed, and counts as a second factor when the user
 * has typed a first code of it. A user has at most one; a new seed replaces one that was never confirmed. The database
 * has the seed encrypted under the master key.
 */
@Entity
@Table(name = "totp_factor")
public class TotpFactor {

    /** A seed that is not confirmed within this time cannot be confirmed any more. */
    public static final Duration SET_UP_TIME = Duration.ofMinutes(15);

    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "sealed_seed")
    private byte[] sealedSeed;

    /** The step of the last code that was accepted. Each step counts once (RFC 6238 section 5.2). */
    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init")
    protected TotpFactor() {}

    /** @param sealedSeed encrypted for {@link #associatedData} */
    public TotpFactor(UUID id, UUID userId, byte[] sealedSeed, Instant now) {
        this.id = Objects.requireNonNull(id);
        this.userId = Objects.requireNonNull(userId);
        this.sealedSeed = sealedSeed.clone();
        this.createdAt = Objects.requireNonNull(now);
    }

    /** What the encryption of a seed is bound to, so that a seed copied into another row cannot be decrypted. */
    public static String associatedData(UUID id, UUID userId) {
        return "totp:" + id + ":" + userId;
    }

    public String associatedData() {
        return associatedData(id, userId);
    }

    /** The user has typed a code of the new app. */
    public void confirm(Instant now) {
        this.confirmedAt = Objects.requireNonNull(now);
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** Whether the user may still confirm it. */
    public boolean isBeingSetUp(Instant now) {
        return confirmedAt == null && now.isBefore(createdAt.plus(SET_UP_TIME));
    }

    public UUID id() {
        return id;
    }

    public byte[] sealedSeed() {
        return sealedSeed.clone();
    }

    /** Null while the user sets it up. */
    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }
}
