package dev.muster.domain.account.passkey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * The name under which authenticators know a user: 64 random octets that say nothing about the user (Web Authentication
 * Level 3, section 14.6.1). It stays the same, so that an authenticator replaces an older passkey of the user.
 */
@Entity
@Table(name = "passkey_holder")
public class PasskeyHolder {

    private static final int HANDLE_BYTES = 64;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    private String handle;

    @SuppressWarnings("NullAway.Init")
    protected PasskeyHolder() {}

    public PasskeyHolder(UUID userId, SecureRandom random) {
        byte[] octets = new byte[HANDLE_BYTES];
        random.nextBytes(octets);
        this.userId = userId;
        this.handle = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    public UUID userId() {
        return userId;
    }

    /** 86 characters, base64url without padding. */
    public String handle() {
        return handle;
    }
}
