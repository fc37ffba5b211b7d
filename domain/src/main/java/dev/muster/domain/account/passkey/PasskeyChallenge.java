package dev.muster.domain.account.passkey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A random number that an authenticator has to sign, once and soon. It is bound to one browser by a secret in a cookie of
 * that browser, of which only the hash is stored. The row is deleted when an answer comes, so every server knows that it
 * is used.
 */
@Entity
@Table(name = "passkey_challenge")
public class PasskeyChallenge {

    /** As long as the browser waits for the user, too. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    @Id
    private String id;

    private String challenge;

    @Enumerated(EnumType.STRING)
    private ChallengePurpose purpose;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    private String requester;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected PasskeyChallenge() {}

    /**
     * @param id the SHA-256 of the browser's secret, base64url without padding
     * @param challenge 32 random octets, base64url without padding
     * @param asked who has asked for it
     */
    public PasskeyChallenge(
            String id, String challenge, ChallengePurpose purpose, ChallengeRequester asked, Instant now) {
        this.id = Objects.requireNonNull(id);
        this.challenge = Objects.requireNonNull(challenge);
        this.purpose = Objects.requireNonNull(purpose);
        this.userId = asked.userId();
        this.requester = asked.id();
        this.createdAt = Objects.requireNonNull(now);
        this.expiresAt = now.plus(LIFETIME);
    }

    /**
     * Whether it may be answered now.
     *
     * @param user who answers; null for somebody who is not logged in
     */
    public boolean isFor(ChallengePurpose wanted, @Nullable UUID user, Instant now) {
        return purpose == wanted && Objects.equals(userId, user) && now.isBefore(expiresAt);
    }

    public String id() {
        return id;
    }

    /** 43 characters, base64url without padding of 32 octets. */
    public String challenge() {
        return challenge;
    }
}
