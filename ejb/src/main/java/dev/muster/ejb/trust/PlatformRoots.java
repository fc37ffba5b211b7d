package dev.muster.ejb.trust;

import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.key.Der;
import dev.muster.domain.trust.path.DeviceRoots;
import dev.muster.domain.trust.path.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The two roots, as the bootstrap step left them in the database. The device root signs the certificates of
 * manufacturers and the authorities of organizations; its private key is decrypted for one certificate and forgotten.
 * The server root is what clients trust for this server, unless the operator has a certificate by another authority.
 * Only the launcher uses its key.
 */
@ApplicationScoped
public class PlatformRoots {

    @Inject
    private IssuerRepository issuers;

    @Inject
    private IssuerKeys keys;

    @Inject
    @ConfigProperty(name = "muster.data-dir")
    private String dataDirectory;

    /** The device roots that are trusted now. */
    public DeviceRoots trustedDeviceRoots() {
        return new DeviceRoots(issuers.trustedRoots(Issuer.DEVICE_ROOT).stream()
                .map(Issuer::certificate)
                .toList());
    }

    /** The certificates of the device roots that are trusted now, PEM, the one that signs first. */
    String devicePem() {
        return trustedDeviceRoots().encoded().stream()
                .map(root -> Pem.encode(Der.certificate(root)))
                .collect(Collectors.joining());
    }

    /**
     * What verifies a certificate, PEM: the device root that has signed it, and before that a certificate of this root by
     * the other trusted root, if there is one, for verifiers that trust only that.
     */
    String chainPem(UUID rootId) {
        Issuer root = issuers.get(rootId);
        return Stream.concat(root.crossCertificate().stream(), Stream.of(root.certificate()))
                .map(der -> Pem.encode(Der.certificate(der)))
                .collect(Collectors.joining());
    }

    /** The device root that signs now. */
    UUID deviceRootId() {
        return deviceRoot().id();
    }

    X509Certificate deviceCertificate() {
        return Der.certificate(deviceRoot().certificate());
    }

    /** Opens the device root to issue certificates, for the length of one use case. */
    CertificateIssuer openDeviceRoot() {
        return keys.open(deviceRoot());
    }

    /** The address that publishes the device root's revocations. */
    URI crlAddress() {
        return keys.crlAddress(deviceRoot().id());
    }

    /** What clients trust for this server, PEM: the launcher has written it beside the server's own certificate. */
    String serverPem() {
        try {
            return Files.readString(Path.of(dataDirectory, "tls", "root.pem"), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the root for clients cannot be read", e);
        }
    }

    private Issuer deviceRoot() {
        return issuers.root(Issuer.DEVICE_ROOT);
    }
}
