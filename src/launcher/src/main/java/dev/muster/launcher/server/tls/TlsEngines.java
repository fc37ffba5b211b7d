package dev.muster.launcher.server.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;

/**
 * Makes an engine for each connection, with the versions and cipher suites of the server's configuration, and Muster's
 * key and trust.
 */
public final class TlsEngines extends SSLEngineConfigurator {

    private TlsEngines(SSLContext context, SSLEngineConfigurator configured) {
        super(context, false, configured.isNeedClientAuth(), configured.isWantClientAuth());
        setEnabledProtocols(configured.getEnabledProtocols());
        setEnabledCipherSuites(inOrder(context, Set.of(configured.getEnabledCipherSuites())));
    }

    /** @param configured by the server from {@code payara.asadmin} */
    public static TlsEngines like(SSLEngineConfigurator configured) {
        configured.getSslContext(); // makes the server read its configuration
        char[] password = System.getProperty("javax.net.ssl.keyStorePassword").toCharArray();
        return of(Path.of(System.getProperty("muster.data-dir"), "tls"), password, KnownIssuers.OF_SERVER, configured);
    }

    /** @param stores directory with {@code server.p12} and {@code trust.p12} */
    public static TlsEngines of(Path stores, char[] password, Issuers issuers, SSLEngineConfigurator configured) {
        return new TlsEngines(context(stores, password, issuers), configured);
    }

    /** In the order of the JDK, the strongest first: the server's configuration has no order. */
    private static String[] inOrder(SSLContext context, Set<String> wanted) {
        return Arrays.stream(context.getSupportedSSLParameters().getCipherSuites())
                .filter(wanted::contains)
                .toArray(String[]::new);
    }

    private static SSLContext context(Path stores, char[] password, Issuers issuers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {new ReloadingKeys(stores.resolve("server.p12"), password)},
                    new TrustManager[] {DeviceTrust.read(stores.resolve("trust.p12"), password, issuers)},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    @Override
    public SSLEngine createSSLEngine(String host, int port) {
        return new HalfOpenEngine(super.createSSLEngine(host, port));
    }
}
