package dev.muster.ejb.telemetry.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * A queue of bodies, and the work that takes all that have gathered. One batch is at work at a time. There is no timer:
 * while one batch is written, the next gathers. So a lone body does not wait, and a crowd shares a commit.
 */
final class IntakeLane {

    private final Limits limits;
    private final Executor executor;
    private final Writer writer;
    private final Queue<WaitingTelemetry> queue = new ArrayDeque<>();
    private boolean isWorking;

    IntakeLane(Limits limits, Executor executor, Writer writer) {
        this.limits = limits;
        this.executor = executor;
        this.writer = writer;
    }

    void add(WaitingTelemetry one) {
        synchronized (this) {
            queue.add(one);
            if (isWorking) {
                return;
            }
            isWorking = true;
        }
        start();
    }

    private void start() {
        try {
            executor.execute(this::work);
        } catch (RuntimeException e) { // the server stops
            for (List<WaitingTelemetry> batch = next(); !batch.isEmpty(); batch = next()) {
                batch.forEach(one -> one.refuse(e));
            }
        }
    }

    private void work() {
        for (List<WaitingTelemetry> batch = next(); !batch.isEmpty(); batch = next()) {
            writer.write(batch);
        }
    }

    /** The oldest bodies. When it returns none, the lane has stopped working. */
    private synchronized List<WaitingTelemetry> next() {
        List<WaitingTelemetry> batch = new ArrayList<>();
        long octets = 0;
        while (!queue.isEmpty() && batch.size() < limits.bodies() && octets < limits.octets()) {
            WaitingTelemetry one = queue.remove();
            batch.add(one);
            octets += one.body().length;
        }
        isWorking = !batch.isEmpty();
        return batch;
    }

    /**
     * The size of a batch.
     *
     * @param bodies how many at most, at least 1
     * @param octets after how many octets no further body is added
     */
    record Limits(int bodies, long octets) {}

    /** Writes a batch. */
    @FunctionalInterface
    interface Writer {

        /** Completes each body. It never throws. */
        void write(List<WaitingTelemetry> batch);
    }
}
