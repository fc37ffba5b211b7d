package dev.muster.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Work that one server at a time does. */
@ApplicationScoped
public class Housekeeping {

    @Inject
    private Store store;

    /**
     * Takes a task until the running transaction ends.
     *
     * @return whether it could be had; not where another server is at it
     */
    public boolean isOurs(String task) {
        return !store.entityManager()
                .createNativeQuery("select task from housekeeping where task = :task for update skip locked")
                .setParameter("task", task)
                .getResultList()
                .isEmpty();
    }
}
