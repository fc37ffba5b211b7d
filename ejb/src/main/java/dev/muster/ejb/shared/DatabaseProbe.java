package dev.muster.ejb.shared;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Declares the application's data source and asks whether it answers. The data source belongs to the application, not
 * to the server, so that the drivers come from the EAR and the same definition works if only the REST archive runs on
 * an edge node.
 *
 * <p>The values come from MicroProfile Config. The password comes only from the environment ({@code
 * MUSTER_DB_PASSWORD}), because every user of the machine can read command lines. There are at most 32 connections:
 * more do not make a database with a few cores faster, and PostgreSQL allows 100 for all nodes together.
 *
 * <p>All connections are alike, so the pool need not match them. Each connection sets its isolation level once. If
 * {@code isolationLevel} were set here, the pool would ask the engine for it whenever a connection comes back.
 */
@DataSourceDefinition(
        name = DatabaseProbe.DATA_SOURCE,
        className = "${MPCONFIG=muster.db.class}",
        url = "${MPCONFIG=muster.db.url}",
        user = "${MPCONFIG=muster.db.user}",
        password = "${MPCONFIG=muster.db.password}",
        initialPoolSize = 0,
        minPoolSize = 2,
        maxPoolSize = 32,
        maxIdleTime = 300,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=table",
            "fish.payara.validation-table-name=information_schema.schemata",
            "fish.payara.validate-atmost-once-period-in-seconds=30",
            "fish.payara.max-wait-time-in-millis=15000",
            "fish.payara.init-sql=set session characteristics as transaction isolation level read committed",
            "fish.payara.match-connections=false",
            "fish.payara.statement-cache-size=0"
        })
@Access(Access.Rule.SYSTEM)
@Stateless
public class DatabaseProbe {

    public static final String DATA_SOURCE = "java:app/jdbc/muster";

    private static final Logger LOG = System.getLogger(DatabaseProbe.class.getName());

    private static final int PATIENCE_SECONDS = 3;

    @Resource(lookup = DATA_SOURCE)
    private DataSource dataSource;

    /** Whether a connection is available, the database answers on it, and its isolation level is read committed. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS) && isReadCommitted(connection);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /** Name and version of the database's product; empty if it does not answer. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<String> product() {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            return Optional.of(database.getDatabaseProductName() + " " + database.getDatabaseProductVersion());
        } catch (SQLException unreachable) {
            return Optional.empty();
        }
    }

    /** A separate connection pool between this server and the engine may ignore the level that a connection sets. */
    private static boolean isReadCommitted(Connection connection) throws SQLException {
        int level = connection.getTransactionIsolation();
        if (level != Connection.TRANSACTION_READ_COMMITTED) {
            LOG.log(
                    Level.WARNING,
                    "The database works in isolation level {0} of JDBC, not in read committed (2).",
                    level);
        }
        return level == Connection.TRANSACTION_READ_COMMITTED;
    }
}
