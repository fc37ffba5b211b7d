package dev.muster.domain.device;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/**
 * What a device authenticates with: an access key, which names it, and an access token, of which only the hash is here;
 * or a certificate, and then there is no token, and the access key is known to nobody. Replaced as a whole.
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

    /**
     * Of a device whose credential is a certificate.
     *
     * @param accessKey what this credential is told by from those before and after it
     */
    public static DeviceCredential ofCertificate(String accessKey) {
        DeviceCredential credential = new DeviceCredential();
        credential.accessKey = Objects.requireNonNull(accessKey);
        return credential;
    }

    /** Whether the device has a certificate in place of a token. */
    public boolean isCertificate() {
        return accessTokenHash == null;
    }

    public String accessKey() {
        return accessKey;
    }

    /** {@code null} where the credential is a certificate. */
    public String accessTokenHash() {
        return accessTokenHash;
    }
}
