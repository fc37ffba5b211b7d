package dev.muster.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tasks that only one server does at a time. */
@ApplicationScoped
public class HousekeepingRepository {

    @Inject
    private Store store;

    /**
     * Claims a task until the running transaction ends.
     *
     * @return false if another server does the task
     */
    public boolean claim(String task) {
        return !store.entityManager()
                .createNativeQuery("select task from housekeeping where task = :task for update skip locked")
                .setParameter("task", task)
                .getResultList()
                .isEmpty();
    }
}
