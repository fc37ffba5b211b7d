package dev.muster.ejb.shared;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/**
 * What all repositories share: adding under a uniqueness constraint, finding, locking, paging.
 */
@ApplicationScoped
public class Store {

    @PersistenceContext(unitName = "muster")
    private EntityManager entityManager;

    @Inject
    private TransactionScope scope;

    /** The persistence context of the running transaction. The database knows the scope of the use case by then. */
    public EntityManager entityManager() {
        scope.apply(entityManager);
        return entityManager;
    }

    public <T> Optional<T> find(Class<T> type, Object id) {
        return Optional.ofNullable(entityManager().find(type, id));
    }

    /** @throws ProblemException {@code not-found} */
    public <T> T get(Class<T> type, Object id) {
        return find(type, id).orElseThrow(ProblemException::notFound);
    }

    /**
     * Adds an entity and lets the database decide whether it is unique.
     *
     * @param conflict what to tell the caller if it is not unique
     * @throws ProblemException {@code conflict}
     */
    public void add(Object entity, String conflict) {
        entityManager().persist(entity);
        flush(conflict);
    }

    /**
     * Writes all changes and lets the database decide whether they are unique.
     *
     * @param conflict what to tell the caller if they are not unique
     * @throws ProblemException {@code conflict}
     */
    public void flush(String conflict) {
        try {
            entityManager().flush();
        } catch (PersistenceException e) {
            if (isConstraintViolation(e)) {
                throw new ProblemException(ProblemCode.CONFLICT, conflict);
            }
            throw e;
        }
    }

    /**
     * Locks an entity until the transaction ends, and reads it again. Lock an entity before you change it: it is
     * written back whole, so a change without the lock could undo another one.
     */
    public <T> T lock(Class<T> type, Object id) {
        T entity = get(type, id);
        entityManager().refresh(entity, LockModeType.PESSIMISTIC_WRITE);
        return entity;
    }

    /**
     * Like {@link #lock}, but locks only this row, not the rows of its associations. It locks by a query, because a
     * refresh with a lock also locks the associations.
     *
     * @return empty if the entity does not exist, or was deleted while this call waited for the lock
     */
    public <T> Optional<T> lockAlone(Class<T> type, Object id) {
        String query = "select e from " + type.getSimpleName() + " e where e.id = :id";
        Optional<T> locked = entityManager()
                .createQuery(query, type)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        locked.ifPresent(entityManager()::refresh);
        return locked;
    }

    /** Whether the database rejected a change because of a constraint. */
    public static boolean isConstraintViolation(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the database rolled this transaction back because of a deadlock (ISO/IEC 9075-2, class 40, with
     * PostgreSQL's 40P01). The same work can be tried again at once.
     */
    public static boolean isDeadlock(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith("40")) {
                return true;
            }
        }
        return false;
    }

    /** The first result, or none. */
    public <T> Optional<T> first(Class<T> type, String query, Map<String, ?> parameters) {
        return bind(entityManager().createQuery(query, type), parameters).setMaxResults(1).getResultList().stream()
                .findFirst();
    }

    /**
     * One page of a query.
     *
     * @param from the query's {@code from} and {@code where}, with {@code e} as the entity
     * @param order the expressions after {@code order by}
     */
    public <T> Page<T> page(Class<T> type, String from, String order, Map<String, ?> parameters, PageRequest request) {
        long total = bind(entityManager().createQuery("select count(e) " + from, Long.class), parameters)
                .getSingleResult();
        TypedQuery<T> query =
                bind(entityManager().createQuery("select e " + from + " order by " + order, type), parameters);
        return new Page<>(
                query.setFirstResult(request.offset())
                        .setMaxResults(request.size())
                        .getResultList(),
                total);
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Map<String, ?> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
