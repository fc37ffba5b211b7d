package dev.muster.it;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509ExtendedKeyManager;

/** A client of the device listener that shows this certificate whoever the server wants it to be by. */
final class TlsDevice extends X509ExtendedKeyManager {

    private static final String ALIAS = "device";

    private final PrivateKey key;
    private final X509Certificate[] chain;

    private TlsDevice(PrivateKey key, X509Certificate[] chain) {
        this.key = key;
        this.chain = chain;
    }

    /** Over what the two agree on, which is TLS 1.3. @param chain PEM, its own certificate first */
    static ApiClient of(MusterServer server, String key, String... chain) {
        return of(server, HttpClient.Version.HTTP_1_1, "TLSv1.3", key, chain);
    }

    static ApiClient of(MusterServer server, HttpClient.Version version, String protocol, String key, String... chain) {
        HttpClient http = HttpClient.newBuilder()
                .version(version)
                .sslContext(context(server, key, chain))
                .sslParameters(new SSLParameters(null, new String[] {protocol}))
                .build();
        return new ApiClient(http, server.deviceUrl(), null);
    }

    /** The same for any protocol over TLS. */
    static SSLContext context(MusterServer server, String key, String... chain) {
        return context(server.root(), key, chain);
    }

    /** @param root what the client trusts, PEM */
    static SSLContext context(Path root, String key, String... chain) {
        try {
            X509Certificate[] certificates = certificates(chain);
            PrivateKey own = privateKey(certificates[0].getPublicKey().getAlgorithm(), key);
            return Trust.in(root, new KeyManager[] {new TlsDevice(own, certificates)});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey privateKey(String algorithm, String pem) throws GeneralSecurityException {
        byte[] der = Base64.getDecoder().decode(CertifiedDevice.base64(pem));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static X509Certificate[] certificates(String... chain) throws GeneralSecurityException {
        byte[] pem = String.join("\n", chain).getBytes(StandardCharsets.US_ASCII);
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                .map(X509Certificate.class::cast)
                .toArray(X509Certificate[]::new);
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return Arrays.stream(keyTypes).anyMatch(type -> type.startsWith(key.getAlgorithm())) ? ALIAS : null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return chooseEngineClientAlias(keyTypes, issuers, null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain;
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return key;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
