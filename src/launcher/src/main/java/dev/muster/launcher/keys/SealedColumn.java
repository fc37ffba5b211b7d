package dev.muster.launcher.keys;

import dev.muster.domain.account.factor.TotpFactor;
import dev.muster.domain.transparency.LogKeyPairs;
import dev.muster.domain.trust.path.Issuer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Every column whose values are encrypted under the master key. A column that is missing here would be lost by a
 * rotation of that key: two tests compare this list with the schema and with the code.
 */
enum SealedColumn {
    /** Private keys of the roots and of the organizations' authorities. */
    ISSUER_KEY("issuer", "encrypted_key", "owner", row -> Issuer.associatedData(row.getString("owner"), id(row))),

    /** Private keys of the transparency log. */
    LOG_KEY("log_key", "encrypted_key", "name", row -> LogKeyPairs.associatedData(id(row))),

    /** Seeds of users' authenticator apps. */
    TOTP_SEED(
            "totp_factor",
            "sealed_seed",
            "user_id",
            row -> TotpFactor.associatedData(id(row), row.getObject("user_id", UUID.class)));

    private final String table;
    private final String column;
    private final String further;
    private final Owner owner;

    /**
     * @param table has the primary key {@code id}, a UUID
     * @param further the columns that the owner is made of, beside {@code id}
     */
    SealedColumn(String table, String column, String further, Owner owner) {
        this.table = table;
        this.column = column;
        this.further = further;
        this.owner = owner;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    String select() {
        return "select id, %s, %s from %s where %s is not null order by id for update"
                .formatted(column, further, table, column);
    }

    String update() {
        return "update %s set %s = ? where id = ?".formatted(table, column);
    }

    /** The associated data of the encryption. */
    String owner(ResultSet row) throws SQLException {
        return owner.of(row);
    }

    static UUID id(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    private interface Owner {
        String of(ResultSet row) throws SQLException;
    }
}
