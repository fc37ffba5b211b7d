package dev.muster.mqtt.outside;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientSslConfigBuilder;
import dev.muster.domain.mqtt.OutsideBroker;
import dev.muster.domain.trust.file.PrivateKeyPem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
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
        PrivateKey key = key(Path.of(identity.key()));
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

    private static PrivateKey key(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return PrivateKeyPem.read(text)
                    .orElseThrow(() -> new IOException(file + " has no private key (-----BEGIN PRIVATE KEY-----)"));
        }
    }
}
