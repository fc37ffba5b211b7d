package dev.muster.domain.account.passkey;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.TenantName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of a user, in a device or in a password manager. Muster has only its public half. The user proves to have the
 * private half by a signature, and the authenticator has asked for a PIN, a finger or a face before it signs. The row is
 * deleted when the user or an administrator deletes the passkey.
 */
@Entity
@Table(name = "passkey")
public class Passkey {

    /** A user who loses one should have another; nobody needs more than these. */
    public static final int MOST_OF_A_USER = 10;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private PortalUser user;

    @Column(name = "party_id")
    private String partyId;

    @Column(name = "credential_id")
    private String credentialId;

    @Column(name = "credential_data")
    private byte[] credentialData;

    private String name;

    @Column(name = "sign_count")
    private long signCount;

    @Column(name = "backup_eligible")
    private boolean backupEligible;

    @Column(name = "backed_up")
    private boolean backedUp;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected Passkey() {}

    /** @param party for whom it was made */
    public Passkey(PortalUser user, RelyingParty party, TenantName name, NewPasskey made, Instant now) {
        this.id = UUID.randomUUID();
        this.user = Objects.requireNonNull(user);
        this.partyId = party.id();
        this.name = name.entered();
        this.credentialId = made.credentialId();
        this.credentialData = made.credentialData();
        this.signCount = made.signCount();
        this.backupEligible = made.backupEligible();
        this.backedUp = made.backedUp();
        this.createdAt = Objects.requireNonNull(now);
    }

    public void rename(TenantName chosen) {
        this.name = chosen.entered();
    }

    /** Keeps what the authenticator said when it signed. */
    public void used(PasskeyUse use, Instant now) {
        this.signCount = use.signCount();
        this.backedUp = use.backedUp();
        this.lastUsedAt = Objects.requireNonNull(now);
    }

    /** Whether it is a passkey of this user. */
    public boolean isOf(UUID userId) {
        return user.id().equals(userId);
    }

    public UUID id() {
        return id;
    }

    public PortalUser user() {
        return user;
    }

    /** The host to which it is bound: at another one it cannot be used. */
    public String partyId() {
        return partyId;
    }

    /** The name by which the authenticator finds the key, base64url without padding. */
    public String credentialId() {
        return credentialId;
    }

    /** Authenticator's model, credential id and public key (Web Authentication Level 3, section 6.5.1). */
    public byte[] credentialData() {
        return credentialData.clone();
    }

    public String name() {
        return name;
    }

    /** How often the key has signed; 0 if the authenticator does not count. */
    public long signCount() {
        return signCount;
    }

    /** Whether the key may be copied to other devices of its user. */
    public boolean isBackupEligible() {
        return backupEligible;
    }

    /** Whether the key is copied, so that the loss of one device does not lose it. */
    public boolean isBackedUp() {
        return backedUp;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null if it was never used. */
    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }
}
