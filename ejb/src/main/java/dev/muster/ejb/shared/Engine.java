package dev.muster.ejb.shared;

import java.sql.Connection;
import java.sql.SQLException;

/** The database engines: a bulk operation is written for each of them. */
public enum Engine {
    H2,
    POSTGRESQL;

    public static Engine of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
    }
}
