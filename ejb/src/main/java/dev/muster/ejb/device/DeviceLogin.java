package dev.muster.ejb.device;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What a device authenticates with. */
public sealed interface DeviceLogin {

    /** A login of the credentials with this access key. */
    sealed interface ByAccessKey extends DeviceLogin {

        String accessKey();
    }

    /**
     * The credentials that provisioning gave it.
     *
     * @param accessKey its public name
     * @param accessToken its secret
     */
    record Token(String accessKey, String accessToken) implements ByAccessKey {

        public Token {
            Objects.requireNonNull(accessKey);
            Objects.requireNonNull(accessToken);
        }

        @Override
        public String toString() {
            return "DeviceLogin[" + accessKey + "]";
        }
    }

    /**
     * The certificate that the client has shown in TLS. TLS has verified that the client has its key; whether it is a
     * device's certificate is not verified yet.
     *
     * @param chain DER, the client's own certificate first, each certified by the next; empty if the client showed none
     * @param source address that the client connects from
     */
    record Certificate(List<byte[]> chain, String source) implements DeviceLogin {

        public Certificate {
            chain = List.copyOf(chain);
            Objects.requireNonNull(source);
        }
    }

    /**
     * A broker outside has authenticated the device by its credentials, and vouches for it. The secret is not known, and
     * not compared.
     */
    record VouchedKey(String accessKey) implements ByAccessKey {}

    /** A broker outside has authenticated the device by its certificate, and vouches for it. */
    record VouchedDevice(UUID deviceId) implements DeviceLogin {}

    /**
     * The login of a device that a broker outside vouches for.
     *
     * @param key its access key, or its clientId if it has a certificate; any text
     * @throws ProblemException {@code unauthenticated} if the text is neither
     */
    static DeviceLogin vouched(String key) {
        if (Secrets.isAccessKey(key)) {
            return new VouchedKey(key);
        }
        try {
            UUID id = UUID.fromString(key);
            if (id.toString().equals(key)) {
                return new VouchedDevice(id);
            }
        } catch (IllegalArgumentException e) {
            throw DeviceAuthentication.nobody();
        }
        throw DeviceAuthentication.nobody();
    }
}
