package dev.muster.launcher.bootstrap;

import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.domain.trust.issue.ServerNames;
import dev.muster.launcher.certificate.FileCertificates;
import dev.muster.launcher.certificate.OutsideFiles;
import dev.muster.launcher.certificate.PublicRoots;
import dev.muster.launcher.certificate.RootAuthority;
import dev.muster.launcher.certificate.RootCertificates;
import dev.muster.launcher.certificate.ServerIdentity;
import dev.muster.launcher.certificate.TlsStores;
import dev.muster.launcher.payara.Bootstrap;
import dev.muster.launcher.payara.Preparation;
import dev.muster.launcher.payara.ServerCertificates;
import dev.muster.launcher.settings.Addresses;
import dev.muster.launcher.settings.DatabaseSettings;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.PrivateFiles;
import dev.muster.launcher.settings.ServerSecrets;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Prepares what must exist before the server starts: the schema, the two roots and the transparency log in the
 * database, and the key stores of the server. Each step continues from what an earlier start has left, so it can be repeated, and interrupted anywhere.
 */
public final class PlatformBootstrap implements Bootstrap {

    private final Optional<String> masterKey;

    /** @param masterKey value of {@code MUSTER_MASTER_KEY} */
    public PlatformBootstrap(Optional<String> masterKey) {
        this.masterKey = masterKey;
    }

    public static PlatformBootstrap from(SettingsSource source) {
        return new PlatformBootstrap(source.secret("muster.master-key"));
    }

    @Override
    public Preparation prepare(ServerSettings settings) {
        try {
            return prepare(settings, new SecureRandom(), Instant.now());
        } catch (SQLException e) {
            throw new LaunchFailure("The database cannot be prepared: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "The data directory " + settings.locations().data() + " cannot be written: " + e.getMessage() + ".",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot keep keys", e);
        }
    }

    private Preparation prepare(ServerSettings settings, SecureRandom random, Instant now)
            throws SQLException, IOException, GeneralSecurityException {
        PrivateFiles.createDirectory(settings.locations().data());
        TlsStores stores = new TlsStores(settings.locations(), random);
        Optional<ServerCertificates> own = settings.certificateFiles()
                .map(files -> new FileCertificates(
                        stores, files, settings.isBehindProxy() ? List.of() : publicHosts(settings.addresses())));
        if (own.isPresent()) {
            own.get().renew(now); // its mistakes are told before the database is touched
        }
        OutsideFiles.require(settings.outside());
        PublicRoots.write(DatabaseSettings.publicRoots(settings.locations().data()));
        String key = MasterKey.of(settings, masterKey, random);
        DataSource database = Databases.open(settings.database());
        Schema.migrate(database);
        new DatabaseRoles(settings.database()).grant(database).ifPresent(PlatformBootstrap::warn);
        KeyEncryption encryption = KeyEncryption.withMasterKey(key);
        new TransparencyLogStep(database, encryption, random)
                .ensure(settings.addresses().publicUrl(), now);
        PlatformRootStep roots = new PlatformRootStep(database, encryption, random);
        roots.readOrMake(RootKind.DEVICE, now);
        RootAuthority serverRoot = roots.readOrMake(RootKind.SERVER, now);
        stores.writeDeviceRoots(roots.trusted(RootKind.DEVICE));
        List<X509Certificate> trusted = roots.trusted(RootKind.SERVER);
        ServerCertificates certificates = own.orElseGet(
                () -> new RootCertificates(stores, serverRoot, trusted, serverIdentity(settings), random));
        return new Preparation(
                new ServerSecrets(stores.password(), Optional.of(key)), certificates.renew(now), certificates);
    }

    private static void warn(String sentence) {
        System.err.println("Muster: " + sentence);
    }

    private static ServerIdentity serverIdentity(ServerSettings settings) {
        return new ServerIdentity(names(settings.addresses()), settings.serverCertificateDays());
    }

    /** The public names, and the names of this machine for clients on it. */
    private static ServerNames names(Addresses addresses) {
        Set<String> names = new LinkedHashSet<>(publicHosts(addresses));
        names.addAll(List.of("localhost", "127.0.0.1", "::1"));
        return new ServerNames(List.copyOf(names));
    }

    private static List<String> publicHosts(Addresses addresses) {
        return Stream.of(addresses.publicUrl(), addresses.deviceUrl())
                .flatMap(url -> Optional.ofNullable(URI.create(url).getHost()).stream())
                .map(host -> host.replaceAll("[\\[\\]]", ""))
                .distinct()
                .toList();
    }
}
