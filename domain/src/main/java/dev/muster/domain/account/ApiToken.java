package dev.muster.domain.account;

import dev.muster.domain.shared.TenantName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A secret with which a script authenticates instead of its user's password. It belongs to one membership of its user and
 * has the rights of that, or less. It is shown once and stored as a hash. It ends by expiry, by revocation, or with its
 * membership. If it was made with a password that somebody else had chosen, it ends when the user chooses a password.
 */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private PortalUser user;

    @ManyToOne
    @JoinColumn(name = "membership_id")
    private @Nullable Membership membership;

    private String name;

    @Enumerated(EnumType.STRING)
    private TokenAccess access;

    /** Names of kinds, separated by commas; empty for all. */
    private String kinds;

    private boolean provisional;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiToken() {}

    /** @param tokenHash the token's SHA-256, base64url without padding */
    public ApiToken(
            Membership membership,
            TenantName name,
            String tokenHash,
            TokenRights rights,
            Instant now,
            Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.membership = Objects.requireNonNull(membership);
        this.user = membership.user();
        this.access = rights.access();
        this.kinds = rights.kindNames();
        this.provisional = user.isPasswordGiven();
        this.name = name.entered();
        this.tokenHash = Objects.requireNonNull(tokenHash);
        this.createdAt = Objects.requireNonNull(now);
        this.expiresAt = Objects.requireNonNull(expiresAt);
    }

    /** Whether it is neither expired nor revoked, and its user is admitted. */
    public boolean isValid(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt) && user.isAdmitted() && membership != null;
    }

    /** Whether the time of its last use has to be written again. */
    public boolean isUseDue(Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(UserSession.USE_INTERVAL).isBefore(now);
    }

    /** Ends it; a second call changes nothing. */
    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public PortalUser user() {
        return user;
    }

    /** Null if the user does not work for the tenant any more: the token has ended. */
    public @Nullable Membership membership() {
        return membership;
    }

    public TokenRights rights() {
        return TokenRights.of(access, kinds);
    }

    /** Null if it has not been used yet. */
    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
