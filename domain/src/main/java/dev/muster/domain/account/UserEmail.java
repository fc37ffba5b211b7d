package dev.muster.domain.account;

import dev.muster.domain.mail.MailAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail address of a user. A new address is used only after the user has opened the link that is sent to it; until then
 * the old one is used. Only the hash of the link's secret is stored.
 */
@Entity
@Table(name = "user_email")
public class UserEmail {

    public static final Duration LIFETIME = Duration.ofHours(24);

    @Id
    @Column(name = "user_id")
    private UUID userId;

    private @Nullable String address;

    private @Nullable String pending;

    @Column(name = "secret_hash")
    private @Nullable String secretHash;

    @Column(name = "pending_until")
    private @Nullable Instant pendingUntil;

    @Column(name = "wants_notices")
    private boolean wantsNotices;

    @SuppressWarnings("NullAway.Init")
    protected UserEmail() {}

    public UserEmail(UUID userId) {
        this.userId = Objects.requireNonNull(userId);
    }

    /** Another address, which has to be confirmed. An older link ends. */
    public void propose(MailAddress wanted) {
        stopWaiting();
        pending = wanted.value();
    }

    /** A link for the address that waits is about to be sent; an older link ends. */
    public void sendLink(String hash, Instant now) {
        secretHash = Objects.requireNonNull(hash);
        pendingUntil = now.plus(LIFETIME);
    }

    public boolean isConfirmable(Instant now) {
        return pending != null && pendingUntil != null && now.isBefore(pendingUntil);
    }

    /**
     * The link was opened: the address that waited is the address now.
     *
     * @return the address that it replaces; empty if there was none, or if it is the same
     */
    public Optional<MailAddress> confirm() {
        Optional<MailAddress> former = address().filter(old -> !old.value().equals(pending));
        address = Objects.requireNonNull(pending);
        stopWaiting();
        return former;
    }

    /** No address waits any more. */
    public void stopWaiting() {
        pending = null;
        secretHash = null;
        pendingUntil = null;
    }

    public void wantNotices(boolean wanted) {
        wantsNotices = wanted;
    }

    public UUID userId() {
        return userId;
    }

    /** The confirmed address. */
    public Optional<MailAddress> address() {
        return Optional.ofNullable(address).map(MailAddress::new);
    }

    /** The address that waits for its confirmation. */
    public Optional<MailAddress> pending() {
        return Optional.ofNullable(pending).map(MailAddress::new);
    }

    /** Whether the user gets the notices of the organizations that the user manages. */
    public boolean wantsNotices() {
        return wantsNotices;
    }
}
