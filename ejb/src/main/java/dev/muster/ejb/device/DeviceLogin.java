package dev.muster.ejb.device;

import java.util.List;
import java.util.Objects;

/** What a device authenticates with. */
public sealed interface DeviceLogin {

    /**
     * The credentials that provisioning gave it.
     *
     * @param accessKey its public name
     * @param accessToken its secret
     */
    record Token(String accessKey, String accessToken) implements DeviceLogin {

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
}
