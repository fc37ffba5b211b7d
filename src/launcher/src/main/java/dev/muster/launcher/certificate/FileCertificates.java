package dev.muster.launcher.certificate;

import dev.muster.launcher.payara.ServerCertificates;
import dev.muster.launcher.settings.CertificateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The operator's own certificate, from files that somebody else renews. They are read again when they have changed and
 * then stayed the same from one look to the next, because certificate and key are two files. If the new files are
 * wrong, the server keeps the certificate that it has.
 */
public final class FileCertificates implements ServerCertificates {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final TlsStores stores;
    private final CertificateFiles files;
    private final List<String> hosts;
    private List<String> read = List.of();
    private List<String> seen = List.of();

    /** @param hosts by which people and devices reach the server */
    public FileCertificates(TlsStores stores, CertificateFiles files, List<String> hosts) {
        this.stores = stores;
        this.files = files;
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public synchronized X509Certificate renew(Instant now) throws IOException, GeneralSecurityException {
        List<String> there = versions();
        OwnCertificate own = OwnCertificate.read(files, hosts, now);
        stores.writeServer(own.key(), own.chain(), own.roots());
        read = there;
        return own.certificate();
    }

    @Override
    public synchronized boolean isDue(X509Certificate current, Instant now) {
        List<String> there = versions();
        boolean isStable = there.equals(seen);
        seen = there;
        return isStable && !there.equals(read);
    }

    @Override
    public Duration betweenLooks() {
        return BETWEEN_LOOKS;
    }

    private List<String> versions() {
        List<Path> all = new ArrayList<>(List.of(files.certificate(), files.key()));
        files.root().ifPresent(all::add);
        return all.stream().map(FileCertificates::version).toList();
    }

    private static String version(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }
}
