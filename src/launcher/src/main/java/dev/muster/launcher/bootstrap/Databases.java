package dev.muster.launcher.bootstrap;

import dev.muster.launcher.settings.DatabaseSettings;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the database for the bootstrap, before the server does. There is no pool of connections. */
final class Databases {

    private Databases() {}

    static DataSource open(DatabaseSettings settings) {
        return settings.isH2() ? h2(settings) : postgresql(settings);
    }

    private static DataSource h2(DatabaseSettings settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }

    private static DataSource postgresql(DatabaseSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }
}
