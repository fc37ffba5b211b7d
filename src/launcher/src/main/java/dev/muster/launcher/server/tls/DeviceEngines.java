package dev.muster.launcher.server.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;

/**
 * Makes TLS engines for a listener of devices that is not the server's own, such as MQTT, with the same key, the same
 * trust and the same alerts as the device listener. The application finds this class by its name, and knows it only as
 * a supplier of engines. It uses nothing of the server.
 */
public final class DeviceEngines implements Supplier<SSLEngine> {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /** ECDHE with AEAD, as {@code payara.asadmin} has it for the listeners of the server. */
    private static final Set<String> SUITES = Set.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private final SSLContext context;
    private final String[] suites;

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
            context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {new ReloadingKeys(stores.resolve("server.p12"), password)},
                    new TrustManager[] {DeviceTrust.read(stores.resolve("trust.p12"), password, issuers)},
                    null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
        suites = Arrays.stream(context.getSupportedSSLParameters().getCipherSuites())
                .filter(SUITES::contains)
                .toArray(String[]::new);
    }

    /** An engine of the server's side that wants a client certificate, and does without. */
    @Override
    public SSLEngine get() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(VERSIONS);
        engine.setEnabledCipherSuites(suites);
        engine.setWantClientAuth(true);
        return engine;
    }
}
