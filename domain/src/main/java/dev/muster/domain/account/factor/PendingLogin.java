package dev.muster.domain.account.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A login whose password was right and whose second factor is missing. It is no session: its user sees and does nothing.
 * It belongs to one browser, which has its secret in a cookie. It ends after five minutes, after five wrong codes, when
 * it is finished, and whenever sessions of its user end. All servers read it, so each of them can finish it.
 */
@Entity
@Table(name = "pending_login")
public class PendingLogin {

    public static final Duration LIFETIME = Duration.ofMinutes(5);

    public static final int MAX_TRIES = 5;

    @Id
    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "user_id")
    private UUID userId;

    private int tries;

    @Column(name = "ends_at")
    private Instant endsAt;

    @SuppressWarnings("NullAway.Init")
    protected PendingLogin() {}

    /** @param secretHash the SHA-256 of the secret, base64url */
    public PendingLogin(String secretHash, UUID userId, Instant now) {
        this.secretHash = Objects.requireNonNull(secretHash);
        this.userId = Objects.requireNonNull(userId);
        this.endsAt = now.plus(LIFETIME);
    }

    /** Whether a code may be tried. */
    public boolean isValid(Instant now) {
        return now.isBefore(endsAt) && tries < MAX_TRIES;
    }

    public UUID userId() {
        return userId;
    }
}
