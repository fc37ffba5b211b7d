package dev.muster.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A link with which a user chooses a password, once and within a day: the invitation of a new user, or the reset of a
 * password. A user has at most one; a new link replaces the old one. Only the hash of its secret is stored.
 */
@Entity
@Table(name = "password_link")
public class PasswordLink {

    public static final Duration LIFETIME = Duration.ofHours(24);

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected PasswordLink() {}

    /** @param secretHash the SHA-256 of the secret, base64url without padding */
    public PasswordLink(UUID userId, String secretHash, Instant now) {
        this.userId = Objects.requireNonNull(userId);
        this.secretHash = Objects.requireNonNull(secretHash);
        this.createdAt = Objects.requireNonNull(now);
        this.expiresAt = now.plus(LIFETIME);
    }

    public boolean isValid(Instant now) {
        return now.isBefore(expiresAt);
    }

    public UUID userId() {
        return userId;
    }

    public String secretHash() {
        return secretHash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
