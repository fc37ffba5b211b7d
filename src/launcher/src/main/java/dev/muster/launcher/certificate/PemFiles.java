package dev.muster.launcher.certificate;

import dev.muster.domain.trust.file.PrivateKeyPem;
import dev.muster.launcher.settings.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the operator's PEM files, in all forms that openssl and ACME clients write. */
final class PemFiles {

    private static final Set<PosixFilePermission> OF_OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Set<PosixFilePermission> OF_ROOT =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ);

    private PemFiles() {}

    /**
     * @param setting what names the file
     * @throws LaunchFailure if the file has no certificate, or cannot be read
     */
    static List<X509Certificate> certificates(Path file, String setting) {
        try (InputStream input = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(input).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IOException e) {
            throw unreadable(file, setting, e);
        } catch (CertificateException e) {
            throw new LaunchFailure(
                    "%s: %s is not PEM of certificates (-----BEGIN CERTIFICATE-----).".formatted(setting, file), e);
        }
        throw new LaunchFailure("%s: %s has no certificate (-----BEGIN CERTIFICATE-----).".formatted(setting, file));
    }

    /**
     * PKCS#8, or the older forms of EC and RSA keys.
     *
     * @throws LaunchFailure if the file has no key, if it is encrypted, or if others may read it
     */
    static PrivateKey privateKey(Path file, String setting) {
        try (Reader reader = Files.newBufferedReader(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            requirePrivate(file, setting);
            return PrivateKeyPem.read(reader)
                    .orElseThrow(() -> new LaunchFailure(
                            "%s: %s has no private key (-----BEGIN PRIVATE KEY-----).".formatted(setting, file)));
        } catch (PrivateKeyPem.EncryptedException e) {
            throw encrypted(file, setting);
        } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException e) {
            throw unreadable(file, setting, e);
        } catch (IOException e) {
            // without the cause: its message may quote the key
            throw new LaunchFailure("%s: %s is not PEM of a private key.".formatted(setting, file));
        }
    }

    /** Like PostgreSQL: mode 0600 or less; 0640 or less if the file belongs to root. */
    private static void requirePrivate(Path file, String setting) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
        boolean isOfRoot = attributes.owner().getName().equals("root");
        if (!(isOfRoot ? OF_ROOT : OF_OWNER).containsAll(attributes.permissions())) {
            throw new LaunchFailure("%s: others than the owner may read or change %s: chmod %s it."
                    .formatted(setting, file, isOfRoot ? "640" : "600"));
        }
    }

    private static LaunchFailure encrypted(Path file, String setting) {
        return new LaunchFailure("%s: %s is encrypted. Remove the passphrase: openssl pkey -in %s -out <new file>."
                .formatted(setting, file, file.getFileName()));
    }

    private static LaunchFailure unreadable(Path file, String setting, IOException e) {
        return new LaunchFailure("%s: %s cannot be read: %s.".formatted(setting, file, reason(e)), e);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException none -> "there is no such file";
            case java.nio.file.AccessDeniedException denied -> "the permissions do not allow it";
            default -> String.valueOf(e.getMessage());
        };
    }
}
