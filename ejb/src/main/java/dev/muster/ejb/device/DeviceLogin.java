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
     * The certificate that it has shown in TLS, its key proved there; not yet believed to be a device's.
     *
     * @param chain DER, its own certificate first, each certified by the next; empty where it has shown none
     * @param source address that it connects from
     */
    record Certificate(List<byte[]> chain, String source) implements DeviceLogin {

        public Certificate {
            chain = List.copyOf(chain);
            Objects.requireNonNull(source);
        }
    }
}
