package dev.muster.launcher.server.tls;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;

/** TLS of a listener that is not the server's own, with the versions and cipher suites of {@code payara.asadmin}. */
final class ServerContext {

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

    ServerContext(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        suites = Arrays.stream(context.getSupportedSSLParameters().getCipherSuites())
                .filter(SUITES::contains)
                .toArray(String[]::new);
    }

    /** An engine of the server's side. */
    SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(VERSIONS);
        engine.setEnabledCipherSuites(suites);
        return engine;
    }
}
