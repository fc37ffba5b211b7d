package dev.muster.launcher.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which database the application uses: PostgreSQL if {@code MUSTER_DB_URL} names it, otherwise an H2 file in the data
 * directory.
 *
 * @param url JDBC URL
 * @param application the role that the application works with
 * @param owner the role that owns the schema; empty if the application's role owns it
 */
public record DatabaseSettings(String url, Login application, Optional<Login> owner) {

    /**
     * Protects nothing, because the database file lies in the directory of its owner. It exists because MicroProfile
     * Config takes an empty value for a missing one.
     */
    private static final String H2_PASSWORD = "muster";

    static final String PASSWORD = "muster.db.password";

    private static final String OWNER = "muster.db.owner.user";

    /** Holds the password of the role that owns the schema. Only the launcher needs it. */
    public static final String OWNER_PASSWORD = "muster.db.owner.password";

    static DatabaseSettings from(SettingsSource source, Path dataDir) {
        return source.text("muster.db.url")
                .map(url -> new DatabaseSettings(
                        DatabaseTls.complete(url, source, publicRoots(dataDir)),
                        new Login(
                                source.text("muster.db.user").orElse("muster"),
                                source.secret(PASSWORD).orElse("")),
                        owner(source)))
                .orElseGet(() -> new DatabaseSettings(h2(dataDir), new Login("muster", H2_PASSWORD), Optional.empty()));
    }

    private static Optional<Login> owner(SettingsSource source) {
        Optional<String> password = source.secret(OWNER_PASSWORD);
        Optional<String> user = source.text(OWNER);
        if (password.isPresent() && user.isEmpty()) {
            throw new LaunchFailure("MUSTER_DB_OWNER_PASSWORD is set, but MUSTER_DB_OWNER_USER is not. Set both.");
        }
        return user.map(name -> new Login(name, password.orElse("")))
                .filter(login ->
                        !login.user().equals(source.text("muster.db.user").orElse("muster")));
    }

    /** Where the driver finds the roots of public authorities, if the operator names no root. */
    public static Path publicRoots(Path dataDir) {
        return dataDir.resolve("tls/public-roots.pem");
    }

    public boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /** The role that migrates the schema. */
    public Login migrating() {
        return owner.orElse(application);
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

    /**
     * A role of the database.
     *
     * @param password passed to a process in its environment, never on a command line that others can read
     */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
