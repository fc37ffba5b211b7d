package dev.muster.launcher.keys;

import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.path.Issuer;
import dev.muster.launcher.bootstrap.Databases;
import dev.muster.launcher.bootstrap.MasterKey;
import dev.muster.launcher.bootstrap.PlatformRootStep;
import dev.muster.launcher.bootstrap.RootKind;
import dev.muster.launcher.bootstrap.Schema;
import dev.muster.launcher.certificate.RootAuthority;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The commands that replace a root: the successor and the old root certify each other, both are trusted, and later the
 * old root is retired. A device root signs no more as soon as it has a successor, because what it has signed ends with
 * it. A server root signs until it is retired: a server shows one certificate, and clients that know only the old root
 * then see what they always saw.
 */
final class Roots {

    private final ServerSettings settings;
    private final SettingsSource source;
    private final PrintStream out;
    private final SecureRandom random = new SecureRandom();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Roots(ServerSettings settings, SettingsSource source, PrintStream out) {
        this.settings = settings;
        this.source = source;
        this.out = out;
    }

    void list() throws SQLException {
        try (Connection connection = Databases.open(settings.database()).getConnection()) {
            connection.setAutoCommit(false);
            for (RootKind kind : RootKind.values()) {
                for (RootRow root : new RootTable(connection).trusted(kind)) {
                    report(kind, root.owner().equals(kind.owner()) ? "signs" : "is trusted", root.certificate());
                }
            }
            connection.rollback();
        }
    }

    void replace(RootKind kind) throws SQLException, IOException {
        DataSource database = open();
        KeyEncryption encryption =
                KeyEncryption.withMasterKey(MasterKey.of(settings, source.secret("muster.master-key"), random));
        RootAuthority old = new PlatformRootStep(database, encryption, random).readOrMake(kind, now);
        KeyPair keys = CertificateIssuer.newRootKeys(random);
        X509Certificate successor = kind.successor(keys, now, random);
        RootAuthority next = new RootAuthority(successor, keys.getPrivate(), Optional.empty());
        inOneTransaction(database, table -> {
            List<RootRow> trusted = table.trusted(kind);
            if (trusted.size() > 1) {
                throw new LaunchFailure(
                        "This root has a successor already. Retire the old root before you replace the new one.");
            }
            RootRow oldRow = trusted.getFirst();
            UUID id = UUID.randomUUID();
            boolean signs = kind == RootKind.DEVICE;
            String other = Issuer.ownerOfOther(kind.owner(), signs ? oldRow.id() : id);
            if (signs) {
                table.rename(oldRow, other);
            }
            RootRow row = new RootRow(id, signs ? kind.owner() : other, successor);
            table.cross(oldRow, kind.crossCertificate(next, old.certificate(), now, random));
            table.add(
                    row,
                    encryption.encrypt(keys.getPrivate(), Issuer.associatedData(row.owner(), id), random),
                    kind.crossCertificate(old, successor, now, random),
                    now);
            return act(Act.ROOT_REPLACED, kind, oldRow, row);
        });
        report(kind, "is new", successor);
        out.println(
                "Muster: start the servers. "
                        + (kind == RootKind.DEVICE
                                ? "/api/v1/pki/root.pem has both roots; give them to everybody who verifies certificates of devices."
                                : "tls/root.pem and /api/v1/pki/server.pem have both roots; give them to every client and device before you retire the old one."));
    }

    /** @param ends whether certificates below a device root may end */
    void retire(RootKind kind, boolean ends) throws SQLException {
        inOneTransaction(open(), table -> {
            List<RootRow> trusted = table.trusted(kind);
            if (trusted.size() < 2) {
                throw new LaunchFailure("This root has no successor: replace it first.");
            }
            RootRow old = kind == RootKind.DEVICE ? trusted.get(1) : trusted.get(0);
            RootRow successor = kind == RootKind.DEVICE ? trusted.get(0) : trusted.get(1);
            LoggedAct act = act(Act.ROOT_RETIRED, kind, old, successor);
            if (kind == RootKind.DEVICE) {
                endBelow(table, old, ends, act);
            } else {
                table.rename(old, Issuer.ownerOfOther(kind.owner(), old.id()));
                table.rename(successor, kind.owner());
            }
            table.retire(old, successor, now);
            report(kind, "is retired", old.certificate());
            report(kind, "signs", successor.certificate());
            return act;
        });
        out.println("Muster: start the servers.");
    }

    /** The one that changes: the new one if a root is replaced, the old one if it is retired. */
    private static LoggedAct act(Act act, RootKind kind, RootRow old, RootRow successor) {
        return LoggedAct.of(act)
                .object("root", act == Act.ROOT_REPLACED ? successor.id() : old.id())
                .with("kind", name(kind))
                .with("oldRoot", fingerprint(old.certificate()))
                .with("newRoot", fingerprint(successor.certificate()));
    }

    private void endBelow(RootTable table, RootRow old, boolean ends, LoggedAct act) throws SQLException {
        List<UUID> authorities = table.authorities(old);
        long certificates = table.validCertificates(old, now);
        long devices = table.validDevices(authorities, now);
        if (!ends && certificates + devices > 0) {
            throw new LaunchFailure(
                    ("%d certificates of manufacturers and %d of devices below this root are valid, and would end"
                                    + " with it. Wait until they are replaced, or run retire-root device --end-certificates.")
                            .formatted(certificates, devices));
        }
        table.endBelow(old, authorities, now);
        act.with("certificates", certificates).with("devices", devices);
        out.printf("Muster: %d certificates of manufacturers and %d of devices have ended.%n", certificates, devices);
    }

    private DataSource open() throws SQLException {
        DataSource database = Databases.open(settings.database());
        try (Connection connection = database.getConnection()) {
            OtherConnections.requireNone(connection);
        }
        Schema.migrate(database);
        return database;
    }

    private void inOneTransaction(DataSource database, Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                LoggedAct act = work.on(new RootTable(connection));
                new LeafTable(connection).add(act, now, random);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private void report(RootKind kind, String state, X509Certificate root) {
        out.printf(
                "Muster: the %s root with the SHA-256 fingerprint %s, valid until %s, %s.%n",
                name(kind), fingerprint(root), root.getNotAfter().toInstant(), state);
    }

    private static String name(RootKind kind) {
        return kind == RootKind.DEVICE ? "device" : "server";
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private interface Work {

        /** @return what the log records of it */
        LoggedAct on(RootTable table) throws SQLException;
    }
}
