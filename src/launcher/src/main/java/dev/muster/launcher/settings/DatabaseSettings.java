package dev.muster.launcher.settings;

import java.nio.file.Path;

/**
 * Which database the application uses: PostgreSQL if {@code MUSTER_DB_URL} names it, otherwise an H2 file in the data
 * directory.
 *
 * @param url JDBC URL
 * @param password passed to the server in its environment, never on a command line that others can read
 */
public record DatabaseSettings(String url, String user, String password) {

    /**
     * Protects nothing, because the database file lies in the directory of its owner. It exists because MicroProfile
     * Config takes an empty value for a missing one.
     */
    private static final String H2_PASSWORD = "muster";

    static DatabaseSettings from(SettingsSource source, Path dataDir) {
        return source.text("muster.db.url")
                .map(url -> new DatabaseSettings(
                        url,
                        source.text("muster.db.user").orElse("muster"),
                        source.text("muster.db.password").orElse("")))
                .orElseGet(() -> new DatabaseSettings(h2(dataDir), "muster", H2_PASSWORD));
    }

    public boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /** The class of the data source in the EAR. */
    public String dataSourceClass() {
        return isH2() ? "org.h2.jdbcx.JdbcDataSource" : "org.postgresql.ds.PGSimpleDataSource";
    }

    /**
     * {@code WRITE_DELAY=0}: otherwise H2 acknowledges a commit up to half a second before it is on the disk.
     * {@code LOCK_TIMEOUT}: a device waits for a competing import instead of failing after the default of 2 seconds.
     * The mode lets one schema serve both databases.
     */
    private static String h2(Path dataDir) {
        return "jdbc:h2:file:" + dataDir.resolve("db").resolve("muster")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000";
    }
}
