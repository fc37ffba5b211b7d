package dev.muster.mqtt.broker;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads of the container for what must not run on an event loop. What does not fit is refused at once. */
public final class WorkerThreads {

    private static final int IDLE_SECONDS = 30;

    private WorkerThreads() {}

    /**
     * @param threads of the container: what they run may open transactions
     * @param atOnce how many there are at most
     * @param waiting how much may wait for them
     */
    public static ThreadPoolExecutor of(ThreadFactory threads, int atOnce, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
