package dev.muster.launcher.bootstrap;

import dev.muster.domain.trust.file.KeyDecryptionException;
import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.key.Der;
import dev.muster.domain.trust.path.Issuer;
import dev.muster.launcher.certificate.RootAuthority;
import dev.muster.launcher.settings.LaunchFailure;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes or reads a root of the platform. The first start of the first server makes it; all others read it. If a
 * database comes from a version with one root only, the first start of this version makes the server root. If two
 * servers start at the same time, the database accepts one root of each kind, and both servers use it.
 */
public final class PlatformRootStep {

    private static final String SELECT =
            "select id, certificate, encrypted_key, cross_certificate from issuer where owner = ?";

    /** H2 and PostgreSQL order no other owner of a root before its own. */
    private static final String TRUSTED = """
            select owner, certificate from issuer
            where organization_id is null and retired_at is null order by owner""";

    private static final String INSERT = """
            insert into issuer (id, owner, certificate, encrypted_key, created_at) values (?, ?, ?, ?, ?)
            on conflict do nothing""";

    private final DataSource database;
    private final KeyEncryption encryption;
    private final SecureRandom random;

    public PlatformRootStep(DataSource database, KeyEncryption encryption, SecureRandom random) {
        this.database = database;
        this.encryption = encryption;
        this.random = random;
    }

    /**
     * @throws LaunchFailure if the root in the database was encrypted under another master key
     */
    public RootAuthority readOrMake(RootKind kind, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Optional<RootAuthority> existing = read(kind, connection);
            if (existing.isEmpty()) {
                make(kind, connection, now);
                existing = read(kind, connection);
            }
            return existing.orElseThrow(() -> new LaunchFailure("A root of the platform could not be stored."));
        }
    }

    /** The certificates of the roots of a kind that are trusted now, the one that signs first. */
    List<X509Certificate> trusted(RootKind kind) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TRUSTED);
                ResultSet row = select.executeQuery()) {
            List<X509Certificate> trusted = new ArrayList<>();
            while (row.next()) {
                if (Issuer.isRoot(row.getString("owner"), kind.owner())) {
                    trusted.add(Der.certificate(row.getBytes("certificate")));
                }
            }
            return trusted;
        }
    }

    private Optional<RootAuthority> read(RootKind kind, Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, kind.owner());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(decrypt(kind, row)) : Optional.empty();
            }
        }
    }

    private RootAuthority decrypt(RootKind kind, ResultSet row) throws SQLException {
        String owner = Issuer.associatedData(kind.owner(), row.getObject("id", UUID.class));
        try {
            return new RootAuthority(
                    Der.certificate(row.getBytes("certificate")),
                    encryption.decrypt(row.getBytes("encrypted_key"), owner),
                    Optional.ofNullable(row.getBytes("cross_certificate")).map(Der::certificate));
        } catch (KeyDecryptionException e) {
            throw new LaunchFailure(
                    "A root in this database is encrypted with another master key: set MUSTER_MASTER_KEY to"
                            + " that key, or restore master.key in the data directory. If a rotation of"
                            + " the master key was interrupted, run it again.",
                    e);
        }
    }

    private void make(RootKind kind, Connection connection, Instant now) throws SQLException {
        KeyPair keys = CertificateIssuer.newRootKeys(random);
        X509Certificate certificate = kind.selfSigned(keys, now, random);
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, kind.owner());
            insert.setBytes(3, certificate.getEncoded());
            insert.setBytes(4, encryption.encrypt(keys.getPrivate(), Issuer.associatedData(kind.owner(), id), random));
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was just made cannot be encoded", e);
        }
    }
}
