package dev.muster.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A login of the portal, in one browser. It begins with the login and ends with the logout, at its absolute end, when
 * somebody ends it, or when the rights of its user change. Its row is deleted when it ends. Each server reads the row
 * on each request, so an end counts on every server at once. Only the hash of its secret is stored.
 */
@Entity
@Table(name = "user_session")
public class UserSession {

    /** The last use is written at most once in this time, so that reading a page rarely writes. */
    public static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    /** A session ends if it is not used for this time. */
    public static final Duration INACTIVITY = Duration.ofMinutes(30);

    /** So long after the user has proved who it is, acts that decide about the account need no new proof. */
    public static final Duration FRESHNESS = Duration.ofMinutes(10);

    private static final int MAX_SOURCE = 64;

    private static final int MAX_BROWSER = 200;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private PortalUser user;

    @ManyToOne(optional = false)
    @JoinColumn(name = "membership_id")
    private Membership membership;

    @Column(name = "secret_hash")
    private String secretHash;

    private String source;

    private String browser;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "authenticated_at")
    private Instant authenticatedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @SuppressWarnings("NullAway.Init")
    protected UserSession() {}

    /**
     * @param secretHash the SHA-256 of the secret that the server keeps with the browser's session, base64url
     * @param from where the login came from
     */
    public UserSession(Membership membership, String secretHash, SessionOrigin from, Instant now, Duration lifetime) {
        this.id = UUID.randomUUID();
        this.membership = Objects.requireNonNull(membership);
        this.user = membership.user();
        this.secretHash = Objects.requireNonNull(secretHash);
        this.source = cut(from.source(), MAX_SOURCE);
        this.browser = cut(from.browser(), MAX_BROWSER);
        this.createdAt = Objects.requireNonNull(now);
        this.authenticatedAt = now;
        this.lastUsedAt = now;
        this.endsAt = now.plus(lifetime);
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    /** Whether its absolute end has not come yet, and it was used not long ago. */
    public boolean isValid(Instant now) {
        return now.isBefore(endsAt) && lastUsedAt.isAfter(unusedSince(now));
    }

    /** A session whose written last use is not after this time has ended. */
    public static Instant unusedSince(Instant now) {
        return now.minus(INACTIVITY).minus(USE_INTERVAL);
    }

    /** The user has proved at this time who it is: once more in this session, or before it at the OpenID provider. */
    public void provedAt(Instant time) {
        this.authenticatedAt = Objects.requireNonNull(time);
    }

    /** Whether the user has proved a short time ago who it is. */
    public boolean isFresh(Instant now) {
        return now.isBefore(authenticatedAt.plus(FRESHNESS));
    }

    /** Whether the time of its last use has to be written again. */
    public boolean isUseDue(Instant now) {
        return lastUsedAt.plus(USE_INTERVAL).isBefore(now);
    }

    /** Works for another tenant of the same user from now on. */
    public void switchTo(Membership other) {
        if (!other.user().id().equals(user.id())) {
            throw new IllegalArgumentException("The membership belongs to another user");
        }
        this.membership = other;
    }

    /** Takes another secret: nobody who knows the old one has the session any more. */
    public void renew(String newHash) {
        this.secretHash = Objects.requireNonNull(newHash);
    }

    public Membership membership() {
        return membership;
    }

    public UUID id() {
        return id;
    }

    public PortalUser user() {
        return user;
    }

    public String source() {
        return source;
    }

    public String browser() {
        return browser;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    public Instant endsAt() {
        return endsAt;
    }
}
