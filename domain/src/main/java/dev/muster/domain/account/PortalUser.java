package dev.muster.domain.account;

import dev.muster.domain.shared.TenantName;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who logs in to the portal or whose API tokens a script uses. An administrator creates users; the first start
 * creates the first administrator. What the user may do is in the user's memberships. Only the hash of the password is
 * stored.
 */
@Entity
@Table(name = "portal_user")
public class PortalUser {

    /** The name of every user who is deleted. */
    public static final String DELETED = "deleted user";

    @Id
    private UUID id;

    private String username;

    @Column(name = "normalized_username")
    private String normalizedUsername;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "display_name")
    private @Nullable String displayName;

    @Column(name = "password_given")
    private boolean passwordGiven;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "provider_issuer")
    private @Nullable String providerIssuer;

    @Column(name = "provider_subject")
    private @Nullable String providerSubject;

    @Column(name = "tour_seen_at")
    private @Nullable Instant tourSeenAt;

    @Embedded
    private @Nullable Preferences preferences;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_login_at")
    private @Nullable Instant lastLoginAt;

    @SuppressWarnings("NullAway.Init")
    protected PortalUser() {}

    /** A user who is in no tenant yet, and has no password yet. */
    public PortalUser(TenantName username, Instant now) {
        this.id = UUID.randomUUID();
        this.username = username.entered();
        this.normalizedUsername = username.normalized();
        this.createdAt = Objects.requireNonNull(now);
    }

    /** A user with a password of the user's own. */
    public PortalUser(TenantName username, String passwordHash, Instant now) {
        this(username, now);
        this.passwordHash = Objects.requireNonNull(passwordHash);
    }

    /**
     * A user who logs in at an OpenID provider and has no password here. Issuer and subject identify the user; the name does
     * not.
     */
    public static PortalUser ofProvider(TenantName username, String issuer, String subject, Instant now) {
        PortalUser user = new PortalUser(username, now);
        user.providerIssuer = Objects.requireNonNull(issuer);
        user.providerSubject = Objects.requireNonNull(subject);
        return user;
    }

    /** Replaces the password; the user need not change it any more. */
    public void changePassword(String newHash) {
        this.passwordHash = Objects.requireNonNull(newHash);
        this.mustChangePassword = false;
        this.passwordGiven = false;
    }

    /**
     * Takes a password that somebody else has chosen. The user must choose another one before the portal shows anything
     * else. A program may make API tokens with it, which end when the user chooses a password.
     */
    public void takePassword(String hash) {
        this.passwordHash = Objects.requireNonNull(hash);
        this.passwordGiven = true;
    }

    /** Ends the password: only a new link gives the user another one. */
    public void forgetPassword() {
        this.passwordHash = null;
        this.mustChangePassword = false;
        this.passwordGiven = false;
    }

    /** Locks the user out; a second call changes nothing. */
    public void disable(Instant now) {
        if (disabledAt == null) {
            disabledAt = Objects.requireNonNull(now);
        }
    }

    public void enable() {
        disabledAt = null;
    }

    /** Notes a login to the portal. */
    public void loggedIn(Instant now) {
        this.lastLoginAt = Objects.requireNonNull(now);
    }

    /** When the user last logged in to the portal; null if never. */
    public @Nullable Instant lastLoginAt() {
        return lastLoginAt;
    }

    /** @param name a name for people; null for none */
    public void showAs(@Nullable TenantName name) {
        this.displayName = name == null ? null : name.entered();
    }

    /**
     * Deletes the person: nothing tells any more who this was, and the name is free for another user. What the user has
     * made refers to this row, so the row stays.
     */
    public void delete(Instant now) {
        forgetPassword();
        this.deletedAt = Objects.requireNonNull(now);
        this.username = DELETED;
        this.normalizedUsername = DELETED + " " + id;
        this.displayName = null;
        this.preferences = null;
        this.providerIssuer = null;
        this.providerSubject = null;
    }

    /** The user must change the password at the next login, because somebody else knows it. */
    public void demandPasswordChange() {
        this.mustChangePassword = true;
    }

    /** The user has seen or skipped the tour of the portal; a second call changes nothing. */
    public void seeTour(Instant now) {
        if (tourSeenAt == null) {
            tourSeenAt = Objects.requireNonNull(now);
        }
    }

    public boolean hasSeenTour() {
        return tourSeenAt != null;
    }

    public void prefer(Preferences wanted) {
        this.preferences = Objects.requireNonNull(wanted);
    }

    public Preferences preferences() {
        return preferences == null ? new Preferences() : preferences;
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    /** Empty if the user has no password: invited, or reset by an administrator. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public @Nullable String displayName() {
        return displayName;
    }

    /** Whether somebody else has chosen the password. */
    public boolean isPasswordGiven() {
        return passwordGiven;
    }

    /** Whether the portal asks the user for a new password before anything else. */
    public boolean isPasswordForeign() {
        return mustChangePassword || passwordGiven;
    }

    /** Whether the user is neither disabled nor deleted. */
    public boolean isAdmitted() {
        return disabledAt == null && deletedAt == null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public UserState state() {
        if (disabledAt != null) {
            return UserState.DISABLED;
        }
        return passwordHash == null && !isOfProvider() ? UserState.INVITED : UserState.ACTIVE;
    }

    /** Whether the user logs in at an OpenID provider, which also says what the user may do. */
    public boolean isOfProvider() {
        return providerSubject != null;
    }

    /** The OpenID provider at which the user logs in; {@code null} for a user with a password. */
    public @Nullable String providerIssuer() {
        return providerIssuer;
    }

    /** Whether neither a portal nor a program may use the password before it is changed. */
    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
