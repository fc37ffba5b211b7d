package dev.muster.launcher.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes TLS engines for the port at which brokers outside ask: with the key of the server, and only for clients with a
 * certificate of the authorities that the operator has set. Certificates of devices do not count there. As {@link
 * DeviceEngines}, the application finds this class by its name.
 */
public final class BrokerHookEngines implements Supplier<SSLEngine> {

    private final ServerContext context;

    /** With the stores of the launcher, and the authorities of {@code muster.broker.hook-root}. */
    public BrokerHookEngines() {
        this(
                Path.of(System.getProperty("muster.data-dir"), "tls"),
                System.getProperty("javax.net.ssl.keyStorePassword").toCharArray(),
                Path.of(System.getenv("MUSTER_BROKER_HOOK_ROOT")));
    }

    /**
     * @param stores directory with {@code server.p12}
     * @param authorities PEM file
     */
    BrokerHookEngines(Path stores, char[] password, Path authorities) {
        try {
            context = new ServerContext(
                    new KeyManager[] {new ReloadingKeys(stores.resolve("server.p12"), password)}, trust(authorities));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authorities cannot be read from " + authorities, e);
        }
    }

    private static TrustManager[] trust(Path authorities) throws GeneralSecurityException {
        try (InputStream input = Files.newInputStream(authorities)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(input)) {
                trusted.setCertificateEntry("authority-" + number++, one);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory.getTrustManagers();
        } catch (IOException e) {
            throw new IllegalStateException("The authorities cannot be read from " + authorities, e);
        }
    }

    /** An engine of the server's side that ends the handshake if the client shows no certificate. */
    @Override
    public SSLEngine get() {
        SSLEngine engine = context.engine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setNeedClientAuth(true);
        engine.setSSLParameters(parameters);
        return engine;
    }
}
