package dev.muster.ejb.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideTrustTest {

    @TempDir
    private Path directory;

    private HttpsServer provider;

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void theConfiguredRootIsTrusted() throws Exception {
        assertThat(call("localhost", start("localhost"))).isEqualTo(200);
    }

    @Test
    void anotherAuthorityOrNameIsRefused() throws Exception {
        Optional<String> root = start("localhost");
        assertThatThrownBy(() -> call("127.0.0.1", root)).isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> call("localhost", Optional.empty())).isInstanceOf(SSLHandshakeException.class);
        stop();
        Optional<String> other = start("localhost");
        assertThat(call("localhost", other)).isEqualTo(200);
        assertThatThrownBy(() -> call("localhost", root)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void aFileWithoutACertificateIsNoRoot() throws Exception {
        start("localhost");
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        assertThatThrownBy(() -> OutsideTrust.of(Optional.of(empty.toString()))).isInstanceOf(IOException.class);
    }

    private int call(String host, Optional<String> root) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(OutsideTrust.of(root)).build();
        URI address = URI.create("https://" + host + ":" + provider.getAddress().getPort() + "/");
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** Starts a provider with a certificate for the name, and returns the file of what signed it. */
    private Optional<String> start(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate = certificate(name, pair);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "only-for-this-test".toCharArray();
        store.setKeyEntry("x", pair.getPrivate(), password, new X509Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        provider = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.setHttpsConfigurator(new HttpsConfigurator(context));
        provider.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        provider.start();
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Path file = Files.createTempFile(directory, "root", ".pem");
        return Optional.of(Files.writeString(file, pem).toString());
    }

    private static X509Certificate certificate(String name, KeyPair pair) throws Exception {
        X500Name subject = new X500Name("CN=" + name);
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofHours(1))),
                subject,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
