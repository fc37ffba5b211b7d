package dev.muster.domain.device;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/**
 * What a device authenticates with: an access key, which names it, and an access token, of which only the hash is here.
 * Replaced as a whole.
 */
@Embeddable
public class DeviceCredential {

    @Column(name = "access_key")
    private String accessKey;

    @Column(name = "access_token_hash")
    private String accessTokenHash;

    protected DeviceCredential() {}

    /**
     * @param accessKey 26 characters of A-Z and 2-7
     * @param accessTokenHash base64url, without padding, of the access token's SHA-256
     */
    public DeviceCredential(String accessKey, String accessTokenHash) {
        this.accessKey = Objects.requireNonNull(accessKey);
        this.accessTokenHash = Objects.requireNonNull(accessTokenHash);
    }

    public String accessKey() {
        return accessKey;
    }

    public String accessTokenHash() {
        return accessTokenHash;
    }
}
