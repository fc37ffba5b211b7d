package dev.muster.launcher.bootstrap;

import dev.muster.launcher.settings.LaunchFailure;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.util.PSQLException;

/**
 * Brings the tables to the version that this application needs. If two servers start at the same time, one waits for
 * the other.
 */
public final class Schema {

    /** The SQL for both engines. */
    private static final String MIGRATIONS = "classpath:db/migration";

    /** The SQL for one engine only. */
    private static final String OF_POSTGRESQL = "classpath:db/postgresql";

    private static final String OF_H2 = "classpath:db/h2";

    private Schema() {}

    /** @throws LaunchFailure if the database cannot be reached or a migration fails */
    public static void migrate(DataSource database) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations(MIGRATIONS, ofEngine(database))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LaunchFailure("The database cannot be prepared: " + firstLine(deepest(e)) + adviceOnTls(e), e);
        }
    }

    private static String ofEngine(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2") ? OF_H2 : OF_POSTGRESQL;
        } catch (SQLException e) {
            throw new LaunchFailure("The database cannot be reached: " + firstLine(e) + adviceOnTls(e), e);
        }
    }

    /** The driver tells in its own words that there is no TLS, or a wrong certificate or name. */
    private static String adviceOnTls(Throwable thrown) {
        boolean isTls = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SSLException
                        || cause instanceof CertificateException
                        || (cause instanceof PSQLException
                                && String.valueOf(cause.getMessage()).contains("SSL"))
                        || String.valueOf(cause.getMessage()).contains("could not be verified"));
        return isTls
                ? " A database on another machine must have TLS, with a certificate for the host in muster.db.url, below"
                        + " a root in the file that muster.db.root names (or below a public root)."
                : "";
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("no message")
                        .replaceAll("\\.+$", "") + ".";
    }
}
