package dev.muster.mqtt.outside;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientSslConfigBuilder;
import dev.muster.domain.mqtt.OutsideBroker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** TLS to a broker outside: verifies its certificate and its name, and shows Muster's own certificate if there is one. */
final class OutsideTls {

    private static final int HANDSHAKE_SECONDS = 10;

    private static final String ONE = "muster";

    private OutsideTls() {}

    /** Reads the files of the settings. */
    static MqttClientSslConfig of(OutsideBroker broker) throws IOException, GeneralSecurityException {
        MqttClientSslConfigBuilder builder = MqttClientSslConfig.builder()
                .protocols(List.of("TLSv1.3", "TLSv1.2"))
                .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        if (broker.root().isPresent()) {
            builder = builder.trustManagerFactory(trust(Path.of(broker.root().get())));
        }
        if (broker.identity().isPresent()) {
            builder = builder.keyManagerFactory(identity(broker.identity().get()));
        }
        return builder.build();
    }

    private static TrustManagerFactory trust(Path roots) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate root : certificates(roots)) {
            store.setCertificateEntry("root-" + number++, root);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static KeyManagerFactory identity(OutsideBroker.Identity identity)
            throws IOException, GeneralSecurityException {
        Certificate[] chain = certificates(Path.of(identity.certificate())).toArray(Certificate[]::new);
        PrivateKey key = key(Path.of(identity.key()), chain[0].getPublicKey().getAlgorithm());
        KeyStore store = empty();
        store.setKeyEntry(ONE, key, new char[0], chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream input = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(input);
            if (found.isEmpty()) {
                throw new IOException(file + " has no certificate (-----BEGIN CERTIFICATE-----)");
            }
            return found;
        }
    }

    /** PKCS#8, not encrypted (RFC 7468 section 10). The message of an exception never quotes the key. */
    private static PrivateKey key(Path file, String algorithm) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file);
        int begin = lines.indexOf("-----BEGIN PRIVATE KEY-----");
        int end = lines.indexOf("-----END PRIVATE KEY-----");
        if (begin < 0 || end < begin) {
            throw new IOException(file + " is not PKCS#8 without a passphrase (-----BEGIN PRIVATE KEY-----)");
        }
        byte[] text =
                String.join("", lines.subList(begin + 1, end)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] der = Base64.getDecoder().decode(text);
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }
}
