package dev.muster.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.Session;

/**
 * The clock that all servers on a database share. What one server revokes is revoked on all others at once, and a
 * planned time comes for all of them at the same moment, however far the clocks of their machines differ.
 */
@ApplicationScoped
public class DatabaseTime {

    @Inject
    private Store store;

    @Inject
    private TransactionScope scope;

    /** The beginning of the running transaction, in whole microseconds. */
    public Instant now() {
        Session session = store.entityManager().unwrap(Session.class);
        return scope.began().orElseGet(() -> session.doReturningWork(DatabaseTime::read));
    }

    private static Instant read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_timestamp")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
