package dev.muster.launcher.bootstrap;

import dev.muster.launcher.settings.DatabaseSettings;
import dev.muster.launcher.settings.DatabaseSettings.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens the database for the bootstrap, before the server does, as the role that owns the schema. There is no pool of
 * connections.
 */
public final class Databases {

    private Databases() {}

    public static DataSource open(DatabaseSettings settings) {
        return settings.isH2() ? h2(settings) : postgresql(settings);
    }

    private static DataSource h2(DatabaseSettings settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(settings.url());
        source.setUser(settings.migrating().user());
        source.setPassword(settings.migrating().password());
        return source;
    }

    private static DataSource postgresql(DatabaseSettings settings) {
        Login login = settings.migrating();
        PGSimpleDataSource source = new OfPlatform();
        source.setURL(settings.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    /**
     * Connections that see the rows of all tenants: row-level security also binds the owner of the tables, and what
     * happens before the server starts belongs to no tenant.
     */
    private static final class OfPlatform extends PGSimpleDataSource {

        private static final long serialVersionUID = 1;

        private static final String SCOPE = "select set_config('muster.scope', 'platform', false)";

        @Override
        public Connection getConnection() throws SQLException {
            return inScope(super.getConnection());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return inScope(super.getConnection(user, password));
        }

        private static Connection inScope(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SCOPE);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
    }
}
