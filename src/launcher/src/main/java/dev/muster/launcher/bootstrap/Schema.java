package dev.muster.launcher.bootstrap;

import dev.muster.launcher.settings.LaunchFailure;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables to the version that this application needs. If two servers start at the same time, one waits for
 * the other.
 */
final class Schema {

    /** The SQL for both engines. */
    private static final String MIGRATIONS = "classpath:db/migration";

    /** The SQL for one engine only. */
    private static final String OF_POSTGRESQL = "classpath:db/postgresql";

    private static final String OF_H2 = "classpath:db/h2";

    private Schema() {}

    /** @throws LaunchFailure if the database cannot be reached or a migration fails */
    static void migrate(DataSource database) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations(MIGRATIONS, ofEngine(database))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LaunchFailure("The database cannot be prepared: " + firstLine(deepest(e)), e);
        }
    }

    private static String ofEngine(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2") ? OF_H2 : OF_POSTGRESQL;
        } catch (SQLException e) {
            throw new LaunchFailure("The database cannot be reached: " + firstLine(e), e);
        }
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("no message") + ".";
    }
}
