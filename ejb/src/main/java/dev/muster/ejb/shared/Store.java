package dev.muster.ejb.shared;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
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
 * What every repository does with the persistence context: adding under a uniqueness constraint, finding, paging.
 */
@ApplicationScoped
public class Store {

    @PersistenceContext(unitName = "muster")
    private EntityManager entityManager;

    /** The persistence context of the running transaction. */
    public EntityManager entityManager() {
        return entityManager;
    }

    public <T> Optional<T> find(Class<T> type, Object id) {
        return Optional.ofNullable(entityManager.find(type, id));
    }

    /** Finds what has to be there. */
    public <T> T get(Class<T> type, Object id) {
        return find(type, id).orElseThrow(ProblemException::notFound);
    }

    /**
     * Adds an entity and lets the database decide whether it is unique.
     *
     * @param conflict what to tell the caller where it is not
     * @throws ProblemException {@code conflict}
     */
    public void add(Object entity, String conflict) {
        entityManager.persist(entity);
        flush(conflict);
    }

    /**
     * Writes what has changed and lets the database decide whether it is unique.
     *
     * @param conflict what to tell the caller where it is not
     * @throws ProblemException {@code conflict}
     */
    public void flush(String conflict) {
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            if (isConstraintViolation(e)) {
                throw new ProblemException(ProblemCode.CONFLICT, conflict);
            }
            throw e;
        }
    }

    /**
     * Reads an entity as it is now and keeps it so until the transaction ends: whoever wants to change it waits. An entity
     * is written back whole, so who changes one must hold it first.
     */
    public <T> T lock(Class<T> type, Object id) {
        T entity = get(type, id);
        entityManager.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
        return entity;
    }

    /**
     * As {@link #lock}, for an entity that names others: they are not held with it. Held by a query, because a refresh that
     * locks holds them, too.
     *
     * @return empty where it is not there, or has gone while this waited for it
     */
    public <T> Optional<T> lockAlone(Class<T> type, Object id) {
        String query = "select e from " + type.getSimpleName() + " e where e.id = :id";
        Optional<T> held = entityManager
                .createQuery(query, type)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        held.ifPresent(entityManager::refresh);
        return held;
    }

    /** Whether the database refused because of a constraint. */
    public static boolean isConstraintViolation(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the database ended this transaction so that another one, with which it stood in a circle of locks, could
     * go on (ISO/IEC 9075-2, class 40; 40P01 of PostgreSQL is in it): the same work can be done again at once.
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

    /** The only result, or none. */
    public <T> Optional<T> first(Class<T> type, String query, Map<String, ?> parameters) {
        return bind(entityManager.createQuery(query, type), parameters).setMaxResults(1).getResultList().stream()
                .findFirst();
    }

    /**
     * One page of a query.
     *
     * @param from the query's {@code from} and {@code where}, with {@code e} as the entity
     * @param order what to order by
     */
    public <T> Page<T> page(Class<T> type, String from, String order, Map<String, ?> parameters, PageRequest request) {
        long total = bind(entityManager.createQuery("select count(e) " + from, Long.class), parameters)
                .getSingleResult();
        TypedQuery<T> query =
                bind(entityManager.createQuery("select e " + from + " order by " + order, type), parameters);
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
