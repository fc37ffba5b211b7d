package dev.muster.launcher.server.tls;

import java.net.Socket;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** A key manager with one key for servers, which can change while it is used. It has no key for clients. */
abstract class ServerKeys extends X509ExtendedKeyManager {

    /** One key with its certificate. */
    record Generation(int number, KeyStore.PrivateKeyEntry entry) {

        String alias() {
            return "server-" + number;
        }

        boolean has(String alias) {
            return alias().equals(alias);
        }

        private boolean isOf(String keyType) {
            return entry.getPrivateKey().getAlgorithm().equals(keyType);
        }

        private X509Certificate[] chain() {
            return Arrays.stream(entry.getCertificateChain())
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
        }
    }

    /** The key for a new handshake. */
    abstract Generation newest();

    /** The key of a handshake that has begun. */
    abstract Optional<Generation> generation(String alias);

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        Generation newest = newest();
        return newest.isOf(keyType) ? newest.alias() : null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        String alias = chooseEngineServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return generation(alias).map(Generation::chain).orElse(null);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return generation(alias).map(found -> found.entry().getPrivateKey()).orElse(null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
