package dev.muster.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.launcher.bootstrap.Databases;
import dev.muster.launcher.bootstrap.Schema;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation of the master key leaves out no column. */
class SealedColumnTest {

    /** Columns of bytes that nothing encrypts. */
    private static final Set<String> IN_CLEAR = Set.of(
            "credential_certificate.certificate",
            "enrollment_row_map.invalid_rows",
            "enrollment_row_map.present_rows",
            "issuer.certificate",
            "issuer.cross_certificate",
            "log_key.public_key",
            "log_leaf.entry",
            "log_leaf.salt",
            "log_node.hash",
            "manufacturer_certificate.certificate",
            "manufacturer_certificate.public_key",
            "passkey.credential_data",
            "revocation_list.der");

    @TempDir
    Path directory;

    /**
     * If this fails, a migration has added a column: to {@link SealedColumn} with it if it is encrypted under the master
     * key, otherwise to the list above.
     */
    @Test
    void everyColumnOfBytesIsEitherSealedOrInClear() throws Exception {
        assertThat(columns("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public'
                  and (lower(data_type) like 'binary%' or lower(data_type) = 'bytea' or column_name like '%encrypted%'
                       or column_name like '%sealed%')""")).containsExactlyInAnyOrderElementsOf(union(sealed(), IN_CLEAR));
    }

    private static Set<String> sealed() {
        return Arrays.stream(SealedColumn.values())
                .map(column -> column.table() + "." + column.column())
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private Set<String> columns(String query) throws Exception {
        DataSource database =
                Databases.open(ServerSettings.from(SettingsSource.of(Map.of("muster.data-dir", directory.toString())))
                        .database());
        Schema.migrate(database);
        Set<String> names = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
