package dev.muster.launcher.keys;

import dev.muster.domain.trust.key.Der;
import dev.muster.domain.trust.path.Issuer;
import dev.muster.launcher.bootstrap.RootKind;
import java.security.GeneralSecurityException;
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
import java.util.UUID;

/** The rows of the roots, in the transaction of one command. */
final class RootTable {

    private static final String TRUSTED = """
            select id, owner, certificate from issuer
            where organization_id is null and retired_at is null order by owner for update""";

    private static final String INSERT = """
            insert into issuer (id, owner, certificate, encrypted_key, cross_certificate, created_at)
            values (?, ?, ?, ?, ?, ?)""";

    private static final String AUTHORITIES = "select id, certificate from issuer where organization_id is not null";

    private final Connection connection;

    RootTable(Connection connection) {
        this.connection = connection;
    }

    /** The trusted roots of a kind, the one that signs first. */
    List<RootRow> trusted(RootKind kind) throws SQLException {
        List<RootRow> roots = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TRUSTED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                RootRow root = new RootRow(
                        SealedColumn.id(row), row.getString("owner"), Der.certificate(row.getBytes("certificate")));
                if (Issuer.isRoot(root.owner(), kind.owner())) {
                    roots.add(root);
                }
            }
        }
        return roots;
    }

    void add(RootRow root, byte[] sealedKey, X509Certificate cross, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, root.id());
            insert.setString(2, root.owner());
            insert.setBytes(3, root.certificate().getEncoded());
            insert.setBytes(4, sealedKey);
            insert.setBytes(5, cross.getEncoded());
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was just made cannot be encoded", e);
        }
    }

    void rename(RootRow root, String owner) throws SQLException {
        update("update issuer set owner = ? where id = ?", owner, root.id());
    }

    void cross(RootRow root, X509Certificate cross) throws SQLException {
        try {
            update("update issuer set cross_certificate = ? where id = ?", cross.getEncoded(), root.id());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was just made cannot be encoded", e);
        }
    }

    /** From now on nothing below it is accepted, and nobody needs the cross certificates. */
    void retire(RootRow root, RootRow successor, Instant now) throws SQLException {
        update("update issuer set retired_at = ? where id = ?", now.atOffset(ZoneOffset.UTC), root.id());
        update("update issuer set cross_certificate = null where id in (?, ?)", root.id(), successor.id());
    }

    /** How many certificates of manufacturers below a device root are valid. */
    long validCertificates(RootRow root, Instant now) throws SQLException {
        return count(
                "select count(*) from manufacturer_certificate where issuer_id = ? and not_after > ?"
                        + " and (revoked_at is null or revoked_at > ?)",
                root.id(),
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
    }

    /** How many certificates of devices below one of the authorities are valid. */
    long validDevices(List<UUID> authorities, Instant now) throws SQLException {
        long devices = 0;
        for (UUID authority : authorities) {
            devices += count(
                    "select count(*) from credential_certificate where issuer_id = ? and not_after > ?"
                            + " and revoked_at is null",
                    authority,
                    now.atOffset(ZoneOffset.UTC));
        }
        return devices;
    }

    /** Ends what is below a device root: certificates of manufacturers as if they expired, those of devices by revocation. */
    void endBelow(RootRow root, List<UUID> authorities, Instant now) throws SQLException {
        update(
                "update manufacturer_certificate set not_after = ? where issuer_id = ? and not_after > ?",
                now.atOffset(ZoneOffset.UTC),
                root.id(),
                now.atOffset(ZoneOffset.UTC));
        for (UUID authority : authorities) {
            update(
                    "update credential_certificate set revoked_at = ?, revocation_reason = 'SUPERSEDED'"
                            + " where issuer_id = ? and revoked_at is null",
                    now.atOffset(ZoneOffset.UTC),
                    authority);
        }
    }

    /** The authorities of organizations that a device root has signed. */
    List<UUID> authorities(RootRow root) throws SQLException {
        List<UUID> authorities = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(AUTHORITIES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (isSigned(Der.certificate(row.getBytes("certificate")), root)) {
                    authorities.add(SealedColumn.id(row));
                }
            }
        }
        return authorities;
    }

    private static boolean isSigned(X509Certificate authority, RootRow root) {
        try {
            authority.verify(root.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private long count(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, values);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, values);
            update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
