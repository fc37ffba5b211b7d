package dev.muster.launcher.server.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;

/**
 * Makes TLS engines for a listener of devices that is not the server's own, such as MQTT, with the same key, the same
 * trust and the same alerts as the device listener. The application finds this class by its name, and knows it only as
 * a supplier of engines. It uses nothing of the server.
 */
public final class DeviceEngines implements Supplier<SSLEngine> {

    private final ServerContext context;

    /** With the stores of the launcher. */
    public DeviceEngines() {
        this(
                Path.of(System.getProperty("muster.data-dir"), "tls"),
                System.getProperty("javax.net.ssl.keyStorePassword").toCharArray(),
                KnownIssuers.OF_SERVER);
    }

    /** @param stores directory with {@code server.p12} and {@code trust.p12} */
    DeviceEngines(Path stores, char[] password, Issuers issuers) {
        try {
            context = new ServerContext(
                    new KeyManager[] {new ReloadingKeys(stores.resolve("server.p12"), password)},
                    new TrustManager[] {DeviceTrust.read(stores.resolve("trust.p12"), password, issuers)});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /** An engine of the server's side that wants a client certificate, and does without. */
    @Override
    public SSLEngine get() {
        SSLEngine engine = context.engine();
        engine.setWantClientAuth(true);
        return engine;
    }
}
