package dev.muster.mqtt.broker;

import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/**
 * TLS as the device listener has it: the same key, the same trust in certificates, the same alerts. The launcher copies
 * the class that makes the engines into the server. Neither side is compiled against the other: both know only the name,
 * and an interface of the JDK.
 */
final class TlsEngines {

    static final String MAKER = "dev.muster.launcher.server.tls.DeviceEngines";

    private TlsEngines() {}

    /** @throws IllegalStateException if this server was not started by the launcher */
    @SuppressWarnings("unchecked") // the launcher's side of the agreement
    static Supplier<SSLEngine> ofServer() {
        try {
            return (Supplier<SSLEngine>)
                    Class.forName(MAKER).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The launcher's TLS is missing in this server", e);
        }
    }
}
