package dev.muster.mqtt.broker;

import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/**
 * TLS as the listeners of the server have it: the same key, the same alerts. The launcher copies the classes that make
 * the engines into the server. Neither side is compiled against the other: both know only the names, and an interface of
 * the JDK.
 */
public final class ServerEngines {

    static final String FOR_DEVICES = "dev.muster.launcher.server.tls.DeviceEngines";

    private static final String FOR_BROKERS = "dev.muster.launcher.server.tls.BrokerHookEngines";

    private ServerEngines() {}

    /**
     * For connections of devices: the same trust in certificates as the device listener.
     *
     * @throws IllegalStateException if this server was not started by the launcher
     */
    static Supplier<SSLEngine> forDevices() {
        return of(FOR_DEVICES);
    }

    /**
     * For brokers outside: they must have a certificate of the authorities that the operator has set.
     *
     * @throws IllegalStateException if this server was not started by the launcher
     */
    public static Supplier<SSLEngine> forBrokers() {
        return of(FOR_BROKERS);
    }

    @SuppressWarnings("unchecked") // the launcher's side of the agreement
    private static Supplier<SSLEngine> of(String maker) {
        try {
            return (Supplier<SSLEngine>)
                    Class.forName(maker).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The launcher's TLS is missing in this server", e);
        }
    }
}
