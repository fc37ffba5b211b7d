package dev.muster.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Requests that many send in parallel, again and again, until the attack is closed. Counts what came back. Under
 * {@code -Pendurance} attacks have the size that issue 12 names.
 */
final class Attack implements AutoCloseable {

    private static final boolean FULL = Boolean.getBoolean("muster.it.full-attacks");

    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

    private final List<Thread> threads = new ArrayList<>();

    private volatile boolean ended;

    private Attack() {}

    /** Whether this is the run under {@code -Pendurance}. */
    static boolean isFull() {
        return FULL;
    }

    /** The small number in a usual run, the other one under {@code -Pendurance}. */
    static int size(int usual, int full) {
        return FULL ? full : usual;
    }

    /** @param act says what came of it */
    static Attack of(int parallel, Supplier<String> act) {
        Attack attack = new Attack();
        for (int i = 0; i < parallel; i++) {
            Thread thread = new Thread(() -> attack.repeat(act));
            thread.setDaemon(true);
            thread.start();
            attack.threads.add(thread);
        }
        return attack;
    }

    private void repeat(Supplier<String> act) {
        while (!ended) {
            String outcome;
            try {
                outcome = act.get();
            } catch (RuntimeException e) {
                outcome = "failed: " + e.getMessage();
            }
            outcomes.computeIfAbsent(outcome, o -> new LongAdder()).increment();
        }
    }

    long count() {
        return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How often each came. */
    Map<String, Long> outcomes() {
        return outcomes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum()));
    }

    /** Ends it, and waits for the last answers. */
    Attack end() {
        ended = true;
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.MINUTES.toMillis(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    @Override
    public void close() {
        end();
    }
}
