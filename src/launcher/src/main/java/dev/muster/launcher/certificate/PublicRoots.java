package dev.muster.launcher.certificate;

import dev.muster.domain.trust.file.Pem;
import dev.muster.launcher.settings.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The roots of public authorities that this process's Java trusts. The server's JVM has another trust store. */
public final class PublicRoots {

    private PublicRoots() {}

    static List<X509Certificate> ofJava() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init((KeyStore) null);
            return Arrays.stream(trust.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has a trust store", e);
        }
    }

    /** Writes them as PEM, for the driver of the database. */
    public static void write(Path file) throws IOException {
        String text = ofJava().stream().map(Pem::encode).collect(Collectors.joining());
        PrivateFiles.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }
}
