package dev.muster.ejb.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Threads of the container for work that is short and frequent, such as a batch of messages or an answer. A thread
 * has the contexts of the application from its beginning. The container's own executor captures them anew for each
 * task, and searches the class path to do so; this takes longer than the work.
 */
@ApplicationScoped
public class ServerThreads implements Executor {

    /** Named, because it may be needed first on a thread of the broker, which belongs to no component. */
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory factory;

    @SuppressWarnings("NullAway.Init")
    private ExecutorService pool;

    @PostConstruct
    void begin() {
        pool = Executors.newCachedThreadPool(factory);
    }

    /**
     * Runs the work on a thread that is idle, or on a new one. Work never waits for other work.
     *
     * @throws RejectedExecutionException when the server stops
     */
    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    @PreDestroy
    void end() {
        pool.shutdown();
    }
}
