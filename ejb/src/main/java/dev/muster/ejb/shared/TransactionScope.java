package dev.muster.ejb.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Filter;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Tells the database the scope of a transaction: before the first query, and again if the scope changes. PostgreSQL
 * forgets it when the transaction ends, so a connection of the pool never carries a scope into another transaction.
 */
@ApplicationScoped
public class TransactionScope {

    private static final String DECLARE = """
            select set_config('muster.scope', ?, true), set_config('muster.organization', ?, true),
              set_config('muster.manufacturer', ?, true), set_config('muster.user', ?, true), current_timestamp""";

    /** Of the entities, in {@code META-INF/tenants.xml}. */
    private static final String FILTER = "tenant";

    private static final UUID NOBODY = new UUID(0, 0);

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** @throws IllegalStateException outside of a transaction: there, a scope would not reach the next query */
    void apply(EntityManager entityManager) {
        if (transaction.getTransactionKey() == null) {
            throw new IllegalStateException("The database is asked outside of a transaction");
        }
        Scope scope = CurrentScope.get();
        if (!scope.equals(transaction.getResource(TransactionScope.class))) {
            transaction.putResource(TransactionScope.class, scope);
            Session session = entityManager.unwrap(Session.class);
            if (session.doReturningWork(Engine::of) == Engine.POSTGRESQL) {
                transaction.putResource(
                        DatabaseTime.class, session.doReturningWork(connection -> declare(connection, scope)));
            } else {
                filter(session, scope);
            }
        }
    }

    /** When the transaction began, by the database's clock, if the database has said so. */
    Optional<Instant> began() {
        return Optional.ofNullable((Instant) transaction.getResource(DatabaseTime.class));
    }

    /** For work on a connection of its own. On H2 it does nothing. */
    public static void declareOn(Connection connection, Scope scope) throws SQLException {
        if (Engine.of(connection) == Engine.POSTGRESQL) {
            declare(connection, scope);
        }
    }

    /** The same, in the scope of the running use case. */
    public static void declareOn(Connection connection) throws SQLException {
        declareOn(connection, CurrentScope.get());
    }

    /** @return when the transaction began */
    private static Instant declare(Connection connection, Scope scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DECLARE)) {
            statement.setString(1, scope.kind().name().toLowerCase(Locale.ROOT));
            statement.setString(2, text(scope.organizationId()));
            statement.setString(3, text(scope.manufacturerId()));
            statement.setString(4, text(scope.userId()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(5, OffsetDateTime.class).toInstant();
            }
        }
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private static void filter(Session session, Scope scope) {
        if (scope.kind() != Scope.Kind.TENANT) {
            session.disableFilter(FILTER);
            return;
        }
        Filter filter = session.enableFilter(FILTER);
        filter.setParameter("organization", id(scope.organizationId()));
        filter.setParameter("manufacturer", id(scope.manufacturerId()));
        filter.setParameter("owner", id(scope.userId()));
    }

    private static UUID id(@Nullable UUID id) {
        return id == null ? NOBODY : id;
    }
}
