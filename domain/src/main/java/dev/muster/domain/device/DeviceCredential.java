package dev.muster.domain.device;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A device's credential. It is either an access key, which names the device, with an access token, of which only the
 * hash is stored; or a certificate. With a certificate there is no token, and nobody knows the access key. Replaced as
 * a whole.
 */
@Embeddable
public class DeviceCredential {

    @Column(name = "access_key")
    private String accessKey;

    @Column(name = "access_token_hash")
    private @Nullable String accessTokenHash;

    @SuppressWarnings("NullAway.Init")
    protected DeviceCredential() {}

    /**
     * @param accessKey 26 characters of A-Z and 2-7
     * @param accessTokenHash the access token's SHA-256, base64url without padding
     */
    public DeviceCredential(String accessKey, String accessTokenHash) {
        this.accessKey = Objects.requireNonNull(accessKey);
        this.accessTokenHash = Objects.requireNonNull(accessTokenHash);
    }

    /**
     * The credential of a device that has a certificate.
     *
     * @param accessKey tells this credential from earlier and later ones
     */
    public static DeviceCredential ofCertificate(String accessKey) {
        DeviceCredential credential = new DeviceCredential();
        credential.accessKey = Objects.requireNonNull(accessKey);
        return credential;
    }

    /** Whether the device has a certificate instead of a token. */
    public boolean isCertificate() {
        return accessTokenHash == null;
    }

    public String accessKey() {
        return accessKey;
    }

    /** {@code null} if the credential is a certificate. */
    public @Nullable String accessTokenHash() {
        return accessTokenHash;
    }
}
