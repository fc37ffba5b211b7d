package dev.muster.launcher.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The key and certificate of the server, from a file that is read again when it has changed. While the file cannot be
 * read, the last key stays in use. The system properties {@value #NOT_BEFORE} and {@value #NOT_AFTER} tell the
 * application the validity of the certificate (ISO 8601).
 */
final class ReloadingKeys extends ServerKeys {

    static final String NOT_BEFORE = "muster.server-certificate.not-before";
    static final String NOT_AFTER = "muster.server-certificate.not-after";
    static final String ALIAS = "server";

    private static final Logger LOG = Logger.getLogger(ReloadingKeys.class.getName());
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The state of the file when it was read. */
    private record Version(FileTime modified, long size) {}

    private final Path file;
    private final char[] password;
    private final LongSupplier nanoTime;
    private Version read;
    private long looked;
    private Generation current;
    private Generation previous;

    /** @throws IllegalStateException if the file cannot be read now */
    ReloadingKeys(Path file, char[] password) {
        this(file, password, System::nanoTime);
    }

    ReloadingKeys(Path file, char[] password, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
        this.password = password.clone();
        look(nanoTime.getAsLong());
        if (current == null) {
            throw new IllegalStateException("The server's key cannot be read from " + file);
        }
    }

    /** A handshake asks for certificate and key one after the other, and must get both from the same file. */
    @Override
    synchronized Optional<Generation> generation(String alias) {
        return Optional.ofNullable(current.has(alias) ? current : previous).filter(generation -> generation.has(alias));
    }

    @Override
    synchronized Generation newest() {
        long now = nanoTime.getAsLong();
        if (now - looked >= LOOK_NANOS) {
            look(now);
        }
        return current;
    }

    private void look(long now) {
        looked = now;
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Version there = new Version(attributes.lastModifiedTime(), attributes.size());
            if (!there.equals(read)) {
                read = there;
                load();
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.log(Level.WARNING, "The server''s key cannot be read from {0}: {1}", new Object[] {file, e.getMessage()
            });
        }
    }

    private void load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, password);
        }
        if (!(store.getEntry(ALIAS, new KeyStore.PasswordProtection(password))
                instanceof KeyStore.PrivateKeyEntry entry)) {
            throw new IOException("there is no key " + ALIAS);
        }
        previous = current;
        current = new Generation(current == null ? 1 : current.number() + 1, entry);
        X509Certificate own = (X509Certificate) entry.getCertificate();
        System.setProperty(NOT_BEFORE, own.getNotBefore().toInstant().toString());
        System.setProperty(NOT_AFTER, own.getNotAfter().toInstant().toString());
        if (previous != null) {
            LOG.log(
                    Level.INFO,
                    "The server shows a new certificate, valid until {0}",
                    own.getNotAfter().toInstant());
        }
    }
}
