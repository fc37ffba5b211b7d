package dev.muster.launcher.bootstrap;

import dev.muster.launcher.LaunchFailure;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, brought to the version that this application needs. Two servers that start at once wait for each other. */
final class Schema {

    private static final String MIGRATIONS = "classpath:db/migration";

    private Schema() {}

    /**
     * Migrates.
     *
     * @throws LaunchFailure where the database cannot be reached or a migration fails
     */
    static void migrate(DataSource database) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations(MIGRATIONS)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LaunchFailure("The database cannot be prepared: " + firstLine(deepest(e)), e);
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
