package dev.muster.launcher.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The operator's own certificate for the server, for example by a public authority.
 *
 * @param certificate PEM, the server's own certificate first, each signed by the next
 * @param key PEM, not encrypted
 * @param root PEM, what clients trust for the server; empty if the file of the certificate or the JDK has the root
 */
public record CertificateFiles(Path certificate, Path key, Optional<Path> root) {

    public static final String CERTIFICATE = "muster.tls.certificate";
    public static final String KEY = "muster.tls.key";
    public static final String ROOT = "muster.tls.root";

    /** Empty if none is set: then the server root signs the certificates of the server. */
    static Optional<CertificateFiles> from(SettingsSource source) {
        boolean hasCertificate = source.text(CERTIFICATE).isPresent();
        if (hasCertificate != source.text(KEY).isPresent()) {
            throw new LaunchFailure(
                    "Set both %s (PEM, the server's certificate first) and %s (PEM, its private key), or neither."
                            .formatted(CERTIFICATE, KEY));
        }
        if (source.text(ROOT).isPresent() && !hasCertificate) {
            throw new LaunchFailure(
                    "%s is only for a certificate of your own: set %s and %s, too.".formatted(ROOT, CERTIFICATE, KEY));
        }
        return source.text(CERTIFICATE)
                .map(set -> new CertificateFiles(
                        source.path(CERTIFICATE, Path.of("")),
                        source.path(KEY, Path.of("")),
                        source.text(ROOT).map(root -> source.path(ROOT, Path.of("")))));
    }
}
