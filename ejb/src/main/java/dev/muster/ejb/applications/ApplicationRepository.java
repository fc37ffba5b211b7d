package dev.muster.ejb.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applications by their ids and names. */
@ApplicationScoped
class ApplicationRepository {

    private static final String OF_ORGANIZATION = "from Application e where e.organization.id = :organization";

    @Inject
    private Store store;

    /** The organization's applications, by name. */
    Page<Application> list(UUID organizationId, SearchText search, PageRequest request) {
        Page<Application> page = store.page(
                Application.class,
                OF_ORGANIZATION + search.in("e.name", "e.description"),
                "e.normalizedName",
                search.with(Map.of("organization", organizationId)),
                request);
        page.items().forEach(ApplicationRepository::read);
        return page;
    }

    /** The names of the organization's applications, by id. */
    Map<UUID, String> names(UUID organizationId) {
        return store.entityManager()
                .createQuery("select e.id, e.name " + OF_ORGANIZATION, Object[].class)
                .setParameter("organization", organizationId)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    long count(UUID organizationId) {
        return store.entityManager()
                .createQuery("select count(e) " + OF_ORGANIZATION, Long.class)
                .setParameter("organization", organizationId)
                .getSingleResult();
    }

    Optional<Application> find(UUID organizationId, @Nullable UUID id) {
        return Optional.ofNullable(id)
                .flatMap(known -> store.find(Application.class, known))
                .filter(found -> found.organization().id().equals(organizationId))
                .map(ApplicationRepository::read);
    }

    /** @throws ProblemException {@code not-found} */
    Application get(UUID organizationId, @Nullable UUID id) {
        return find(organizationId, id).orElseThrow(ProblemException::notFound);
    }

    /** Reads the widgets while the transaction is open. */
    private static Application read(Application application) {
        application.widgets();
        return application;
    }

    /**
     * Locks an application: nobody else can change or delete it until the transaction ends.
     *
     * @throws ProblemException {@code not-found}
     */
    Application lock(UUID organizationId, UUID id) {
        Application application = get(organizationId, id);
        if (!lock(id, LockModeType.PESSIMISTIC_WRITE)) {
            throw ProblemException.notFound();
        }
        store.entityManager().refresh(application);
        return read(application);
    }

    /**
     * Locks an application for reading: nobody can delete it until the transaction ends, but many transactions can add devices.
     *
     * @return false if it was deleted
     */
    boolean lockForDevices(UUID id) {
        return lock(id, LockModeType.PESSIMISTIC_READ);
    }

    private boolean lock(UUID id, LockModeType mode) {
        return !store.entityManager()
                .createQuery("select e from Application e where e.id = :id", Application.class)
                .setParameter("id", id)
                .setLockMode(mode)
                .getResultList()
                .isEmpty();
    }

    /** Whether the author of the dashboard still works for the organization. */
    boolean hasAuthor(Application application) {
        // A user sees only its own memberships
        return CurrentScope.ofPlatform(() -> store.first(
                        UUID.class,
                        "select m.id from Membership m where m.user.id = :user and m.organizationId = :organization",
                        Map.of(
                                "user",
                                application.authorId(),
                                "organization",
                                application.organization().id()))
                .isPresent());
    }

    /** Deletes an application. Its devices stay; imports that name it name none then. */
    void remove(Application application) {
        store.entityManager().remove(application);
    }

    /** Deletes all applications of an organization. */
    int removeAll(UUID organizationId) {
        return store.entityManager()
                .createNativeQuery("delete from application where organization_id = :organization")
                .setParameter("organization", organizationId)
                .executeUpdate();
    }
}
