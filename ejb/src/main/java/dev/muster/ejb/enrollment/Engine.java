package dev.muster.ejb.enrollment;

import java.sql.Connection;
import java.sql.SQLException;

/** The database engines, where a bulk operation is written for each. */
enum Engine {
    H2,
    POSTGRESQL;

    static Engine of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
    }
}
