package dev.muster.launcher.certificate;

import dev.muster.domain.trust.file.Pem;
import dev.muster.launcher.settings.Locations;
import dev.muster.launcher.settings.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files for TLS under {@code data/tls}: the key of the server with its certificate, the device roots as the only
 * trusted roots, and as PEM what clients trust for the server. Each start writes them; key and certificate are also
 * written while the server runs.
 */
public final class TlsStores {

    private static final String SERVER_ALIAS = "server";
    private static final String DEVICE_ROOT_ALIAS = "muster-device-root";
    private static final int PASSWORD_BYTES = 24;

    private final Locations locations;
    private final char[] password;

    public TlsStores(Locations locations, SecureRandom random) {
        this.locations = locations;
        this.password = newPassword(random);
    }

    /** The password of both stores, valid until the next start. */
    public String password() {
        return new String(password);
    }

    /** @param roots the issuers of the certificates that the device listener accepts, the current one first */
    public void writeDeviceRoots(List<X509Certificate> roots) throws IOException, GeneralSecurityException {
        KeyStore trust = empty();
        for (int i = 0; i < roots.size(); i++) {
            trust.setCertificateEntry(i == 0 ? DEVICE_ROOT_ALIAS : DEVICE_ROOT_ALIAS + "-" + i, roots.get(i));
        }
        store(trust, locations.trustStore());
    }

    /**
     * @param chain what the server shows: its own certificate first, each signed by the next
     * @param roots what clients trust for the server
     */
    void writeServer(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> roots)
            throws IOException, GeneralSecurityException {
        writeText(locations.rootCertificate(), roots.stream().map(Pem::encode).collect(Collectors.joining()));
        KeyStore own = empty();
        own.setKeyEntry(SERVER_ALIAS, key, password, chain.toArray(Certificate[]::new));
        store(own, locations.serverKeyStore());
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private void store(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        PrivateFiles.write(file, bytes.toByteArray());
    }

    /** As a whole, because the running server gives this file out. It is not secret. */
    private static void writeText(Path file, String text) throws IOException {
        PrivateFiles.createDirectory(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, text, StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static char[] newPassword(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).toCharArray();
    }
}
